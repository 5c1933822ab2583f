package io.beckon.persistence.pgp;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.pgp.PgpCertificate;
import io.beckon.protocol.pgp.PgpRecipientId;
import io.beckon.protocol.pgp.PgpRecipientView;
import io.beckon.protocol.pgp.PgpRecipients;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Recipients of encrypted exports in PostgreSQL. */
public final class PostgresPgpRecipients implements PgpRecipients {
  private static final String CREATE =
      """
      INSERT INTO pgp_recipient (tenant_id, name, fingerprint, user_id, public_key, created_at)
      VALUES (:tenant, :name, :fingerprint, :user, :public, :now)
      ON CONFLICT (tenant_id, name) DO NOTHING
      RETURNING *
      """;

  private static final String CHANGE =
      """
      UPDATE pgp_recipient SET name = :name, fingerprint = :fingerprint, user_id = :user,
        public_key = :public
      WHERE tenant_id = :tenant AND recipient_id = :id
      RETURNING *
      """;

  private static final String USED =
      """
      SELECT name FROM drop_source
      WHERE tenant_id = :tenant AND settings -> 'export' ->> 'recipientId' = :id
      ORDER BY name LIMIT 1
      """;

  private final Database database;
  private final Clock clock;

  public PostgresPgpRecipients(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<PgpRecipientView> create(
      TenantId tenant, String name, PgpCertificate certificate) {
    return database.inTransaction(
        handle ->
            bound(handle.createQuery(CREATE), tenant, name, certificate)
                .bind("now", clock.instant())
                .map((row, ctx) -> view(row))
                .findOne()
                .orElseThrow(() -> nameTaken(name)));
  }

  @Override
  public CompletionStage<Page<PgpRecipientView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        handle -> {
          var found =
              handle
                  .createQuery(
                      "SELECT * FROM pgp_recipient WHERE tenant_id = :tenant"
                          + " AND recipient_id > :after ORDER BY recipient_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, one -> one.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<PgpRecipientView>> find(TenantId tenant, PgpRecipientId id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM pgp_recipient WHERE tenant_id = ? AND recipient_id = ?")
                .bind(0, tenant.value())
                .bind(1, id.value())
                .map((row, ctx) -> view(row))
                .findOne());
  }

  @Override
  public CompletionStage<PgpRecipientView> change(
      TenantId tenant, PgpRecipientId id, String name, PgpCertificate certificate) {
    return database.inTransaction(
        handle -> {
          requireFree(handle, tenant, id, name);
          return bound(handle.createQuery(CHANGE), tenant, name, certificate)
              .bind("id", id.value())
              .map((row, ctx) -> view(row))
              .findOne()
              .orElseThrow(() -> unknown(id));
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, PgpRecipientId id) {
    return database.useTransaction(
        handle -> {
          handle
              .createQuery(USED)
              .bind("tenant", tenant.value())
              .bind("id", id.toString())
              .mapTo(String.class)
              .findOne()
              .ifPresent(source -> refuse(id, source));
          if (handle.execute(
                  "DELETE FROM pgp_recipient WHERE tenant_id = ? AND recipient_id = ?",
                  tenant.value(),
                  id.value())
              == 0) {
            throw unknown(id);
          }
        });
  }

  private static void refuse(PgpRecipientId id, String source) {
    throw new RefusedException(
        Refusal.conflict(
            "IN_USE",
            "The drop source " + source + " encrypts what it exports to recipient " + id + ".",
            "Give that source another recipient, or delete it first."));
  }

  private static void requireFree(Handle handle, TenantId tenant, PgpRecipientId id, String name) {
    long others =
        handle
            .createQuery(
                "SELECT count(*) FROM pgp_recipient WHERE tenant_id = ? AND name = ?"
                    + " AND recipient_id <> ?")
            .bind(0, tenant.value())
            .bind(1, name)
            .bind(2, id.value())
            .mapTo(Long.class)
            .one();
    if (others > 0) {
      throw nameTaken(name);
    }
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, TenantId tenant, String name, PgpCertificate certificate) {
    return statement
        .bind("tenant", tenant.value())
        .bind("name", name)
        .bind("fingerprint", certificate.fingerprint())
        .bind("user", certificate.userId())
        .bind("public", certificate.armored());
  }

  private static PgpRecipientView view(ResultSet row) throws SQLException {
    return new PgpRecipientView(
        new PgpRecipientId(row.getLong("recipient_id")),
        row.getString("name"),
        row.getString("fingerprint"),
        row.getString("user_id"),
        row.getString("public_key"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static RefusedException unknown(PgpRecipientId id) {
    return new RefusedException(Refusal.notFound("PGP recipient", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a recipient " + name + " already.",
            "Choose another name, or change that recipient."));
  }
}
