package io.beckon.persistence.pgp;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.SecretBox;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.pgp.PgpKeyId;
import io.beckon.protocol.pgp.PgpKeyView;
import io.beckon.protocol.pgp.PgpKeys;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.pgp.PgpSecret;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A tenant's OpenPGP keys in PostgreSQL; private halves only encrypted. */
public final class PostgresPgpKeys implements PgpKeys {
  private static final String VIEW =
      """
      SELECT k.*, NOT EXISTS (SELECT FROM pgp_key n WHERE n.tenant_id = k.tenant_id
        AND n.key_id > k.key_id) AS current
      FROM pgp_key k WHERE k.tenant_id = :tenant
      """;

  private static final String CREATE =
      """
      INSERT INTO pgp_key (tenant_id, fingerprint, user_id, public_key, secret, created_at)
      VALUES (:tenant, :fingerprint, :user, :public, :secret, :now)
      ON CONFLICT (tenant_id, fingerprint) DO NOTHING
      RETURNING *, true AS current
      """;

  private final Database database;
  private final SecretBox box;
  private final Clock clock;

  public PostgresPgpKeys(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  @Override
  public CompletionStage<PgpKeyView> keep(TenantId tenant, PgpPair pair) {
    var certificate = pair.certificate();
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CREATE)
                .bind("tenant", tenant.value())
                .bind("fingerprint", certificate.fingerprint())
                .bind("user", certificate.userId())
                .bind("public", certificate.armored())
                .bind("secret", box.lock(JsonColumn.write(pair.secret())))
                .bind("now", clock.instant())
                .map((row, ctx) -> view(row))
                .findOne()
                .orElseThrow(() -> there(certificate.fingerprint())));
  }

  @Override
  public CompletionStage<Page<PgpKeyView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        handle -> {
          var found =
              handle
                  .createQuery(VIEW + " AND k.key_id < :before ORDER BY k.key_id DESC LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("before", page.afterNumber(Long.MAX_VALUE))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, key -> key.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<PgpKeyView>> find(TenantId tenant, PgpKeyId id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(VIEW + " AND k.key_id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, ctx) -> view(row))
                .findOne());
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, PgpKeyId id) {
    return database.useTransaction(
        handle -> {
          if (handle.execute(
                  "DELETE FROM pgp_key WHERE tenant_id = ? AND key_id = ?",
                  tenant.value(),
                  id.value())
              == 0) {
            throw new RefusedException(Refusal.notFound("PGP key", id));
          }
        });
  }

  @Override
  public CompletionStage<List<PgpSecret>> secrets(TenantId tenant) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT secret FROM pgp_key WHERE tenant_id = ? ORDER BY key_id DESC")
                .bind(0, tenant.value())
                .map((row, ctx) -> secret(row.getBytes(1)))
                .list());
  }

  private PgpSecret secret(byte[] locked) {
    return JsonColumn.read(box.open(locked), PgpSecret.class);
  }

  private static PgpKeyView view(ResultSet row) throws SQLException {
    return new PgpKeyView(
        new PgpKeyId(row.getLong("key_id")),
        row.getString("fingerprint"),
        row.getString("user_id"),
        row.getString("public_key"),
        row.getBoolean("current"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static RefusedException there(String fingerprint) {
    return new RefusedException(
        Refusal.conflict(
            "PGP_KEY_THERE",
            "The key " + fingerprint + " is here already.",
            "Use it as it is, or delete it first and bring it along again."));
  }
}
