package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes that checks must see: committed in PostgreSQL together with a note of what Redis
 * has to learn, then told to Redis. What Redis could not be told is told later by whichever node
 * finds the note first; telling twice is harmless.
 */
public final class RedisOutbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisOutbox.class);
  private static final long EVERY_MILLIS = 200;
  private static final int BUNCH = 500;

  private final Database database;
  private final RedisMirror mirror;
  private final ScheduledExecutorService finisher;

  public RedisOutbox(Database database, RedisMirror mirror) {
    this.database = database;
    this.mirror = mirror;
    this.finisher =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "redis-outbox");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to finish what this or another node left undone. */
  public RedisOutbox start() {
    finisher.scheduleWithFixedDelay(
        this::finish, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public void close() {
    finisher.shutdownNow();
  }

  /** One transaction, noted in its {@link ChangeNotes}. */
  public interface Change<T> extends Function<ChangeNotes, T> {}

  /**
   * Completes when the change is committed and in Redis. Refused with 503 when it is committed
   * only: then it is kept and takes effect later.
   */
  public <T> CompletionStage<T> apply(Change<T> change) {
    return database
        .inTransaction(
            handle -> {
              var notes = new ChangeNotes(handle);
              return new Committed<>(change.apply(notes), notes);
            })
        .thenCompose(this::tell);
  }

  private record Committed<T>(T result, ChangeNotes notes) {}

  private <T> CompletionStage<T> tell(Committed<T> committed) {
    ChangeNotes notes = committed.notes();
    if (notes.isEmpty()) {
      return CompletableFuture.completedFuture(committed.result());
    }
    return told(notes)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                throw new CompletionException(new RefusedException(notYetInForce()));
              }
              forget(notes.ids());
              return committed.result();
            });
  }

  private CompletionStage<Void> told(ChangeNotes notes) {
    return mirror.set(notes.fields()).thenCompose(epoch -> mirror.forget(notes.traces()));
  }

  /** Nobody waits for it: a note that stays is told once more. */
  private void forget(List<Long> ids) {
    database
        .useTransaction(h -> delete(h, ids))
        .exceptionally(
            failure -> {
              log.debug("redis-outbox=later cause=\"{}\"", failure.toString());
              return null;
            });
  }

  private void finish() {
    try {
      int told;
      do {
        told = database.jdbi().inTransaction(this::finishSome);
      } while (told == BUNCH);
    } catch (RuntimeException e) {
      log.debug("redis-outbox=waiting cause=\"{}\"", e.toString());
    }
  }

  private int finishSome(Handle handle) {
    var notes = ChangeNotes.waiting(handle, BUNCH);
    if (!notes.isEmpty()) {
      told(notes).toCompletableFuture().orTimeout(2, TimeUnit.SECONDS).join();
      delete(handle, notes.ids());
      log.info("redis-outbox=told changes={}", notes.ids().size());
    }
    return notes.ids().size();
  }

  private static void delete(Handle handle, List<Long> ids) {
    handle
        .createUpdate("DELETE FROM redis_outbox WHERE outbox_id = ANY (:ids)")
        .bindArray("ids", Long.class, new ArrayList<>(ids))
        .execute();
  }

  private static Refusal notYetInForce() {
    return Refusal.unavailable(
        "NOT_YET_IN_FORCE",
        "The change is kept, but Redis could not be told of it.",
        "Nothing to do: until Redis is back no attempt is made, then the change takes effect by"
            + " itself. Sending it again is harmless.");
  }
}
