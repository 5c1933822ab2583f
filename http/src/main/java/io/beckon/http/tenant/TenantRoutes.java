package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Access;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Json;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.tenant.AuditLog;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.TenantSettings;
import io.beckon.protocol.tenant.Tenants;
import java.util.Set;

/** The tenants (the operator's alone), one's own settings, and who changed what. */
public final class TenantRoutes implements FeatureRoutes {
  private final Tenants tenants;
  private final AuditLog audit;

  public TenantRoutes(Tenants tenants, AuditLog audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  @Override
  public Set<String> resources() {
    return Set.of("tenants", "settings", "audit");
  }

  @Override
  public Route routes(Principal who) {
    return concat(
        pathPrefix("tenants", () -> Access.operator(who, this::all)),
        pathPrefix("settings", () -> Paths.end(() -> settings(who))),
        pathPrefix(
            "audit",
            () -> Paths.end(() -> get(() -> Paging.pageOf(p -> audit.list(who.tenant(), p))))));
  }

  private Route all() {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Paging.pageOf(tenants::list)),
                    post(
                        () ->
                            Bodies.json(
                                Tenants.NewTenant.class,
                                tenant -> Replies.created(tenants.create(tenant)))))),
        Paths.id(TenantId::new, id -> get(() -> Replies.found("tenant", id, tenants.find(id)))));
  }

  private Route settings(Principal who) {
    return concat(
        get(() -> Replies.ok(tenants.settings(who.tenant()))),
        patch(
            () ->
                Bodies.json(
                    ObjectNode.class,
                    fields ->
                        Replies.ok(
                            tenants.change(
                                who.tenant(),
                                now -> Json.patched(now, fields, TenantSettings.class))))));
  }
}
