package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.RezoningId;
import io.beckon.protocol.list.RezoningView;
import io.beckon.protocol.list.Rezonings;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /rezonings}: of all lists, and how they get on. */
public final class RezoningRoutes implements FeatureRoutes {
  private static final String WHAT = "re-zoning";

  private final Rezonings rezonings;

  /** Those that have begun, or wait already. */
  record Begun(List<RezoningView> items) {
    Begun {
      items = List.copyOf(items);
    }
  }

  public RezoningRoutes(Rezonings rezonings) {
    this.rezonings = rezonings;
  }

  @Override
  public Set<String> resources() {
    return Set.of("rezonings");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "rezonings",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> page(tenant)),
                            post(
                                () ->
                                    Replies.accepted(
                                        rezonings
                                            .askAll(tenant, who.name())
                                            .thenApply(Begun::new))))),
                Paths.id(
                    RezoningId::parse,
                    id ->
                        concat(
                            get(() -> Replies.found(WHAT, id, rezonings.find(tenant, id))),
                            delete(() -> Replies.ok(rezonings.cancel(tenant, id)))))));
  }

  private Route page(TenantId tenant) {
    return parameterOptional(
        "listId", id -> Paging.pageOf(page -> rezonings.page(tenant, list(id), page)));
  }

  private static @Nullable ContactListId list(Optional<String> id) {
    try {
      return id.map(ContactListId::parse).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new InvalidField("listId", "must be the id of a contact list, was " + id.orElse(""));
    }
  }

  /** {@code /contact-lists/{id}/rezone}. */
  Route ofList(Principal who, ContactListId list) {
    return post(() -> Replies.accepted(rezonings.ask(who.tenant(), list, who.name())));
  }
}
