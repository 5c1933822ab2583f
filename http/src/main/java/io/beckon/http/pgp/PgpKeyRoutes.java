package io.beckon.http.pgp;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpKeyId;
import io.beckon.protocol.pgp.PgpKeyMaking;
import io.beckon.protocol.pgp.PgpKeys;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;

/** {@code /pgp-keys}: the keys to which others encrypt the files that they send. */
public final class PgpKeyRoutes implements FeatureRoutes {
  private final PgpKeys keys;
  private final PgpKeyMaking making;

  public PgpKeyRoutes(PgpKeys keys, PgpKeyMaking making) {
    this.keys = keys;
    this.making = making;
  }

  @Override
  public Set<String> resources() {
    return Set.of("pgp-keys");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "pgp-keys",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> keys.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.id(
                    PgpKeyId::parse,
                    id ->
                        concat(
                            get(() -> Replies.found("PGP key", id, keys.find(tenant, id))),
                            delete(() -> Replies.noContent(keys.delete(tenant, id)))))));
  }

  private Route create(TenantId tenant) {
    return Bodies.optionalJson(
        NewPgpKey.class,
        NewPgpKey.MADE_HERE,
        key ->
            Replies.created(making.pair(tenant, key).thenCompose(pair -> keys.keep(tenant, pair))));
  }
}
