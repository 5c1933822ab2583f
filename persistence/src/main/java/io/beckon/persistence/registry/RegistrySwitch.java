package io.beckon.persistence.registry;

import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Brings a version into force when every node that lives has it: with the next version of the
 * tenant's rules, so on all nodes at once. A node that is too slow for {@link #PATIENCE} denies
 * until it has it. Also ends loads whose process is gone, and removes what no version needs.
 */
public final class RegistrySwitch implements Sweep {
  private static final String PATIENCE = "60 seconds";

  private static final String NEXT =
      """
      SELECT v.registry_id, v.version, v.tenant_id FROM registry_version v
      WHERE v.state = 'READY' AND (v.ready_at < now() - interval '%s' OR NOT EXISTS (
        SELECT FROM registry_shelf s WHERE s.beat_at > now() - interval '10 seconds'
          AND NOT s.held @> ARRAY[v.registry_id || ':' || v.version]))
      ORDER BY v.ready_at LIMIT 1
      """
          .formatted(PATIENCE);

  private static final String LOST =
      """
      UPDATE registry_version SET state = 'FAILED', error = '{"code": "NODE_ENDED",
        "detail": "The node that read the file has ended; what was in force still is.",
        "remedy": "Load the file again."}'
      WHERE state = 'LOADING' AND beat_at < now() - interval '60 seconds'
      """;

  private static final String NEEDLESS =
      """
      DELETE FROM registry_blob b WHERE NOT EXISTS (
        SELECT FROM registry_version v JOIN registry r USING (registry_id)
        WHERE v.registry_id = b.registry_id AND r.deleted_at IS NULL
          AND (v.state IN ('READY', 'IN_FORCE')
              AND b.blob_id IN (v.base_blob, v.added_blob, v.removed_blob)
            OR v.state = 'LOADING' AND v.version = b.version))
      """;

  private static final String UNNAME =
      """
      UPDATE registry_version v SET base_blob = NULL, added_blob = NULL, removed_blob = NULL
      FROM registry r WHERE r.registry_id = v.registry_id
        AND (v.state IN ('REPLACED', 'FAILED') OR r.deleted_at IS NOT NULL)
        AND (v.base_blob IS NOT NULL OR v.added_blob IS NOT NULL OR v.removed_blob IS NOT NULL)
      """;

  private final Database database;
  private final RedisOutbox outbox;
  private final Clock clock;

  private record Ready(long registry, int version, TenantId tenant) {}

  public RegistrySwitch(Database database, RedisOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.inTransaction(RegistrySwitch::tidied).thenCompose(this::switched);
  }

  private static Optional<Ready> tidied(Handle handle) {
    handle.execute(LOST);
    handle.execute(UNNAME);
    handle.execute(NEEDLESS);
    handle.execute("DELETE FROM registry_shelf WHERE beat_at < now() - interval '1 day'");
    return handle
        .createQuery(NEXT)
        .map((row, ctx) -> new Ready(row.getLong(1), row.getInt(2), new TenantId(row.getString(3))))
        .findOne();
  }

  private CompletionStage<Boolean> switched(Optional<Ready> next) {
    return outbox.apply(
        notes -> {
          next.ifPresent(ready -> bringIntoForce(notes, ready));
          return next.isPresent();
        });
  }

  private void bringIntoForce(ChangeNotes notes, Ready ready) {
    var handle = notes.handle();
    boolean still =
        handle
            .createQuery(
                "SELECT FROM registry_version WHERE registry_id = ? AND version = ?"
                    + " AND state = 'READY' FOR UPDATE")
            .bind(0, ready.registry())
            .bind(1, ready.version())
            .map((row, ctx) -> true)
            .findOne()
            .orElse(false);
    if (!still) {
      return;
    }
    handle.execute(
        "UPDATE registry_version SET state = 'REPLACED' WHERE registry_id = ?"
            + " AND state = 'IN_FORCE'",
        ready.registry());
    handle.execute(
        "UPDATE registry_version SET state = 'IN_FORCE', in_force_at = ?"
            + " WHERE registry_id = ? AND version = ?",
        clock.instant().atOffset(ZoneOffset.UTC),
        ready.registry(),
        ready.version());
    notes.rules(ready.tenant());
  }
}
