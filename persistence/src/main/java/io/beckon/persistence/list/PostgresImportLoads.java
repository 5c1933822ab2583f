package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.job.FollowingStart;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.list.ReadyFile;
import io.beckon.protocol.list.SuppressionChunk;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Loads in PostgreSQL. A chunk's last statement moves the import's offset, and only from where the
 * chunk begins and under the loader's epoch; the row is locked no earlier, so that a loader that is
 * stopped in the middle holds up nobody.
 */
public final class PostgresImportLoads implements ImportLoads {
  private final Database database;
  private final Clock clock;

  public PostgresImportLoads(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<LoadJob>> job(LoadFence fence) {
    return database.withHandle(handle -> JobRow.find(handle, fence));
  }

  @Override
  public CompletionStage<Boolean> format(LoadFence fence, ReadyFile file) {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE import SET format = :format::jsonb, origin = :origin::jsonb,"
                            + " bytes_total = :bytes, next_offset = :start,"
                            + " next_line = 1, phase_done = 0, heard_at = clock_timestamp()"
                            + " WHERE import_id = :id AND epoch = :epoch AND state = 'RUNNING'"
                            + " AND format IS NULL")
                    .bind("format", JsonColumn.write(file.format()))
                    .bind("origin", JsonColumn.write(file.origin()))
                    .bind("bytes", file.bytes())
                    .bind("start", file.format().start())
                    .bind("id", fence.importId().value())
                    .bind("epoch", fence.epoch())
                    .execute()
                == 1);
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
    return chunk(fence, chunk.span(), handle -> ContactChunks.write(handle, fence, chunk));
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, SuppressionChunk chunk) {
    return chunk(fence, chunk.span(), handle -> SuppressionRows.write(handle, fence, chunk, clock));
  }

  @Override
  public CompletionStage<Boolean> loaded(LoadFence fence) {
    return update(fence, "loaded = true, phase_done = 0", "next_offset = bytes_total");
  }

  @Override
  public CompletionStage<Boolean> did(LoadFence fence, ImportPhase phase, long done) {
    var still =
        switch (phase) {
          case PREPARING -> "format IS NULL";
          case FINISHING -> "loaded";
          case LOADING -> "false";
        };
    return update(fence, "phase_done = " + done, still);
  }

  @Override
  public CompletionStage<Boolean> complete(LoadFence fence) {
    return database
        .inTransaction(
            handle -> {
              Completion.prepare(handle, fence);
              if (!execute(handle, fence, "state = 'COMPLETED', finished_at = :now", "loaded")) {
                throw new FencedException();
              }
              Completion.replace(handle, fence, clock.instant());
              FollowingStart.plan(handle, fence.list().tenant(), fence.importId(), clock.instant());
              return true;
            })
        .exceptionallyCompose(PostgresImportLoads::fencedAsFalse);
  }

  @Override
  public CompletionStage<Boolean> fail(LoadFence fence, ImportError error) {
    return database.inTransaction(
        handle -> {
          boolean ours =
              handle
                      .createUpdate(
                          "UPDATE import SET state = 'FAILED', error = :error::jsonb,"
                              + " finished_at = :now WHERE import_id = :id AND epoch = :epoch"
                              + " AND state = 'RUNNING'")
                      .bind("error", JsonColumn.write(error))
                      .bind("now", clock.instant())
                      .bind("id", fence.importId().value())
                      .bind("epoch", fence.epoch())
                      .execute()
                  == 1;
          if (ours) {
            Leftovers.remove(handle, fence.list(), fence.importId());
          }
          return ours;
        });
  }

  @Override
  public CompletionStage<Set<LoadFence>> alive(Collection<LoadFence> fences) {
    return database.withHandle(
        handle -> {
          Set<LoadFence> ours = new HashSet<>();
          for (var fence : fences) {
            boolean has =
                handle
                        .createUpdate(
                            "UPDATE import SET heard_at = clock_timestamp() WHERE import_id = :id"
                                + " AND epoch = :epoch AND state = 'RUNNING'")
                        .bind("id", fence.importId().value())
                        .bind("epoch", fence.epoch())
                        .execute()
                    == 1;
            if (has) {
              ours.add(fence);
            }
          }
          return ours;
        });
  }

  private CompletionStage<Boolean> chunk(
      LoadFence fence, ChunkSpan span, java.util.function.Function<Handle, ChunkCounts> write) {
    return database
        .inTransaction(
            handle -> {
              handle.execute("SET LOCAL idle_in_transaction_session_timeout = '15s'");
              var standing = Standing.of(handle, fence);
              if (standing.isPresent() && standing.get() == span.to() && span.to() > span.from()) {
                return true; // committed before, only the answer was lost
              }
              if (standing.isEmpty() || standing.get() != span.from()) {
                return false;
              }
              ChunkCounts counts = write.apply(handle);
              if (!Standing.move(handle, fence, span, counts)) {
                throw new FencedException();
              }
              return true;
            })
        .exceptionallyCompose(PostgresImportLoads::fencedAsFalse);
  }

  private static CompletionStage<Boolean> fencedAsFalse(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FencedException) {
        return java.util.concurrent.CompletableFuture.completedFuture(false);
      }
    }
    return java.util.concurrent.CompletableFuture.failedFuture(e);
  }

  private CompletionStage<Boolean> update(LoadFence fence, String change, String condition) {
    return database.withHandle(handle -> execute(handle, fence, change, condition));
  }

  private boolean execute(Handle handle, LoadFence fence, String change, String condition) {
    return handle
            .createUpdate(
                "UPDATE import SET %s WHERE import_id = :id AND epoch = :epoch".formatted(change)
                    + " AND state = 'RUNNING' AND "
                    + condition)
            .bind("now", clock.instant())
            .bind("id", fence.importId().value())
            .bind("epoch", fence.epoch())
            .execute()
        == 1;
  }
}
