package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a Redis is the one that was filled from PostgreSQL, and has it filled when it is
 * not: by one node at a time, the others wait.
 */
final class RedisEpochs {
  /** First key of the advisory locks: filling Redis. */
  private static final int LOCK = 4;

  private final Database database;
  private final RedisRefill refill;

  /** What is to be thought of a Redis. */
  sealed interface Standing {
    record Believed(String epoch) implements Standing {}

    record Doubted() implements Standing {}
  }

  private record Row(String epoch, String runId, boolean ready) {
    boolean isOf(String theirRunId, @Nullable String marker) {
      return ready && runId.equals(theirRunId) && epoch.equals(marker);
    }
  }

  RedisEpochs(Database database, RedisRefill refill) {
    this.database = database;
    this.refill = refill;
  }

  /** Blocks; for as long as a filling takes when this node is the one that does it. */
  Standing look(String runId, @Nullable String marker) {
    Optional<Row> row = database.jdbi().withHandle(RedisEpochs::row);
    if (row.isPresent() && row.get().isOf(runId, marker)) {
      return new Standing.Believed(row.get().epoch());
    }
    return fill(runId, marker) ? look(runId, refill.marker()) : new Standing.Doubted();
  }

  /** False when another node is at it. */
  private boolean fill(String runId, @Nullable String marker) {
    try (Connection connection = database.dataSource().getConnection();
        Handle handle = database.jdbi().open(connection)) {
      if (!lock(handle)) {
        return false;
      }
      try {
        Optional<Row> row = row(handle);
        if (row.isEmpty() || !row.get().isOf(runId, refill.marker())) {
          String epoch = UUID.randomUUID().toString();
          begin(handle, epoch, runId);
          refill.fill(epoch, runId, () -> end(handle, epoch));
        }
        return true;
      } finally {
        unlock(handle);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL cannot be reached", e);
    }
  }

  private static Optional<Row> row(Handle handle) {
    return handle
        .createQuery("SELECT epoch::text, run_id, ready FROM redis_epoch")
        .map((r, ctx) -> new Row(r.getString(1), r.getString(2), r.getBoolean(3)))
        .findOne();
  }

  /** From its commit on whoever published into an older epoch finds that out (see EpochFence). */
  private static void begin(Handle handle, String epoch, String runId) {
    handle
        .createUpdate(
            """
            INSERT INTO redis_epoch (epoch, run_id, ready, changed_at)
            VALUES (:epoch::uuid, :runId, false, now())
            ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, run_id = excluded.run_id,
              ready = false, changed_at = now()
            """)
        .bind("epoch", epoch)
        .bind("runId", runId)
        .execute();
  }

  private static void end(Handle handle, String epoch) {
    handle
        .createUpdate(
            "UPDATE redis_epoch SET ready = true, changed_at = now() WHERE epoch = :epoch::uuid")
        .bind("epoch", epoch)
        .execute();
  }

  private static boolean lock(Handle handle) {
    return handle
        .createQuery("SELECT pg_try_advisory_lock(:lock, 0)")
        .bind("lock", LOCK)
        .mapTo(boolean.class)
        .one();
  }

  private static void unlock(Handle handle) {
    handle.execute("SELECT pg_advisory_unlock(" + LOCK + ", 0)");
  }
}
