package io.beckon.http.compliance;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Replies;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.compliance.Halts.HaltView;
import io.beckon.protocol.compliance.Halts.Scope;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.Tenants;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /halt}: the red button. */
public final class HaltRoutes implements FeatureRoutes {
  /** There is one of them; live events need an id. */
  static final String ID = "halt";

  private final Halts halts;
  private final Tenants tenants;
  private final ChangeFeed changes;

  public HaltRoutes(Halts halts, Tenants tenants, ChangeFeed changes) {
    this.halts = halts;
    this.tenants = tenants;
    this.changes = changes;
  }

  record Wanted(String reason, @Nullable Scope scope) {}

  @Override
  public Set<String> resources() {
    return Set.of("halt");
  }

  @Override
  public Route routes(Principal who) {
    return path(
        "halt",
        () ->
            concat(
                get(() -> Replies.ok(halts.of(who.tenant()))),
                post(() -> Bodies.json(Wanted.class, wanted -> raise(who, wanted))),
                delete(() -> parameterOptional("scope", scope -> lift(who, scope)))));
  }

  private Route raise(Principal who, Wanted wanted) {
    Scope scope = wanted.scope() == null ? Scope.TENANT : wanted.scope();
    return Replies.ok(
        halts
            .raise(who, scope, wanted.reason())
            .thenApply(halt -> told(who.tenant(), scope, halt)));
  }

  private Route lift(Principal who, Optional<String> scope) {
    Scope wanted = scope.map(HaltRoutes::scope).orElse(Scope.TENANT);
    return Replies.ok(halts.lift(who, wanted).thenApply(halt -> told(who.tenant(), wanted, halt)));
  }

  private static Scope scope(String text) {
    try {
      return Scope.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidField("scope", "is TENANT or CLUSTER, was " + text);
    }
  }

  private HaltView told(TenantId tenant, Scope scope, HaltView halt) {
    if (scope == Scope.TENANT) {
      changes.changed(ChangeKind.HALT, tenant, ID);
    } else {
      tellAll(null);
    }
    return halt;
  }

  private void tellAll(@Nullable String after) {
    tenants
        .list(new PageRequest(PageRequest.MAX_LIMIT, after))
        .thenAccept(
            page -> {
              page.items().forEach(t -> changes.changed(ChangeKind.HALT, t.id(), ID));
              if (page.next() != null) {
                tellAll(page.next());
              }
            });
  }
}
