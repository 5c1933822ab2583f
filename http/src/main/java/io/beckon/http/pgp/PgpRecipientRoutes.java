package io.beckon.http.pgp;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.pgp.NewPgpRecipient;
import io.beckon.protocol.pgp.PgpKeyMaking;
import io.beckon.protocol.pgp.PgpRecipientId;
import io.beckon.protocol.pgp.PgpRecipientView;
import io.beckon.protocol.pgp.PgpRecipients;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /pgp-recipients}: those to whom exports are encrypted. */
public final class PgpRecipientRoutes implements FeatureRoutes {
  private static final String WHAT = "PGP recipient";

  private final PgpRecipients recipients;
  private final PgpKeyMaking keys;

  public PgpRecipientRoutes(PgpRecipients recipients, PgpKeyMaking keys) {
    this.recipients = recipients;
    this.keys = keys;
  }

  @Override
  public Set<String> resources() {
    return Set.of("pgp-recipients");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "pgp-recipients",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> recipients.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.id(PgpRecipientId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, PgpRecipientId id) {
    return concat(
        get(() -> Replies.ok(found(tenant, id))),
        patch(() -> change(tenant, id)),
        delete(() -> Replies.noContent(recipients.delete(tenant, id))));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        NewPgpRecipient.class,
        wanted ->
            Replies.created(
                keys.certificate(wanted.publicKey())
                    .thenCompose(key -> recipients.create(tenant, wanted.name(), key))));
  }

  private Route change(TenantId tenant, PgpRecipientId id) {
    return onSuccess(
        found(tenant, id),
        now ->
            Bodies.patch(
                new NewPgpRecipient(now.name(), now.publicKey()),
                NewPgpRecipient.class,
                wanted ->
                    Replies.ok(
                        keys.certificate(wanted.publicKey())
                            .thenCompose(
                                key -> recipients.change(tenant, id, wanted.name(), key)))));
  }

  private CompletionStage<PgpRecipientView> found(TenantId tenant, PgpRecipientId id) {
    return recipients.find(tenant, id).thenApply(found -> Replies.orNotFound(WHAT, id, found));
  }
}
