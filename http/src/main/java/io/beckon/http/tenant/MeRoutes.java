package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;

import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Replies;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import java.util.EnumSet;
import java.util.Set;

/** Says to whoever asks who that is. */
public final class MeRoutes implements FeatureRoutes {
  record Me(String username, TenantId tenantId, Set<Role> roles, boolean operator) {}

  @Override
  public Set<String> resources() {
    return Set.of("auth");
  }

  @Override
  public Set<Role> roles() {
    return EnumSet.allOf(Role.class);
  }

  @Override
  public Route routes(Principal who) {
    var me = new Me(who.name(), who.tenant(), who.roles(), who.isOperator());
    return pathPrefix(
        "auth", () -> path("me", () -> get(() -> complete(Replies.json(StatusCodes.OK, me)))));
  }
}
