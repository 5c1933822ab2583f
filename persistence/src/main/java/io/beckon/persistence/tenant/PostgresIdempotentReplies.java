package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.protocol.tenant.IdempotentReplies;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Idempotency keys in PostgreSQL, so that a repeat may go to another node. */
public final class PostgresIdempotentReplies implements IdempotentReplies {
  private static final Duration KEPT = Duration.ofDays(1);

  /** A request that has run for so long died with its node. */
  private static final Duration DEAD = Duration.ofMinutes(2);

  private record Kept(String fingerprint, Claim claim) {}

  private final Database database;
  private final Clock clock;

  public PostgresIdempotentReplies(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Claim> claim(TenantId tenant, String key, String fingerprint) {
    return database.inTransaction(
        h -> {
          var now = clock.instant();
          sweep(h, now);
          return take(h, tenant, key, fingerprint, now)
              ? new Claim.Taken()
              : known(h, tenant, key, fingerprint);
        });
  }

  private static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate(
            """
            DELETE FROM idempotent_reply WHERE (tenant_id, key) IN (
              SELECT tenant_id, key FROM idempotent_reply
              WHERE started_at < :old ORDER BY started_at LIMIT 100 FOR UPDATE SKIP LOCKED)
            """)
        .bind("old", UserRows.utc(now.minus(KEPT)))
        .execute();
  }

  private static boolean take(
      Handle handle, TenantId tenant, String key, String fingerprint, Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO idempotent_reply AS r (tenant_id, key, fingerprint, started_at)
                VALUES (:tenant, :key, :fingerprint, :now)
                ON CONFLICT (tenant_id, key) DO UPDATE SET started_at = :now
                WHERE r.status IS NULL AND r.started_at < :dead
                  AND r.fingerprint = excluded.fingerprint
                """)
            .bind("tenant", tenant.value())
            .bind("key", key)
            .bind("fingerprint", fingerprint)
            .bind("now", UserRows.utc(now))
            .bind("dead", UserRows.utc(now.minus(DEAD)))
            .execute()
        == 1;
  }

  @Override
  public CompletionStage<Boolean> known(TenantId tenant, String key) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT EXISTS (SELECT FROM idempotent_reply
                      WHERE tenant_id = :tenant AND key = :key
                      AND (status IS NOT NULL OR started_at >= :dead))
                    """)
                .bind("tenant", tenant.value())
                .bind("key", key)
                .bind("dead", UserRows.utc(clock.instant().minus(DEAD)))
                .mapTo(Boolean.class)
                .one());
  }

  private static Claim known(Handle handle, TenantId tenant, String key, String fingerprint) {
    var kept =
        handle
            .createQuery("SELECT * FROM idempotent_reply WHERE tenant_id = :tenant AND key = :key")
            .bind("tenant", tenant.value())
            .bind("key", key)
            .map((row, context) -> kept(row))
            .one();
    return kept.fingerprint().equals(fingerprint) ? kept.claim() : new Claim.OtherRequest();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    var status = row.getObject("status", Integer.class);
    return new Kept(
        row.getString("fingerprint"),
        status == null
            ? new Claim.Running()
            : new Claim.Answered(
                new Reply(status, row.getString("content_type"), row.getString("body"))));
  }

  @Override
  public CompletionStage<Void> keep(TenantId tenant, String key, Reply reply) {
    return database.useTransaction(
        h ->
            h.createUpdate(
                    """
                    UPDATE idempotent_reply SET status = :status, content_type = :type, body = :body
                    WHERE tenant_id = :tenant AND key = :key
                    """)
                .bind("status", reply.status())
                .bind("type", reply.contentType())
                .bind("body", reply.body())
                .bind("tenant", tenant.value())
                .bind("key", key)
                .execute());
  }

  @Override
  public CompletionStage<Void> release(TenantId tenant, String key) {
    return database.useTransaction(
        h ->
            h.createUpdate(
                    """
                    DELETE FROM idempotent_reply
                    WHERE tenant_id = :tenant AND key = :key AND status IS NULL
                    """)
                .bind("tenant", tenant.value())
                .bind("key", key)
                .execute());
  }
}
