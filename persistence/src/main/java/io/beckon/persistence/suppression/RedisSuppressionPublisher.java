package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.persistence.compliance.RedisMirror;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionPublisher;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Streams the entries of an import from PostgreSQL to Redis, a few bunches ahead. */
public final class RedisSuppressionPublisher implements SuppressionPublisher {
  private static final int FETCH = 5000;
  private static final int BUNCH = 2000;
  private static final int BUNCHES_AHEAD = 4;
  private static final long PATIENCE_SECONDS = 10;

  private final Database database;
  private final RedisOutbox outbox;
  private final RedisMirror mirror;

  public RedisSuppressionPublisher(Database database, RedisOutbox outbox, RedisMirror mirror) {
    this.database = database;
    this.outbox = outbox;
    this.mirror = mirror;
  }

  @Override
  public CompletionStage<Void> publishImport(
      TenantId tenant, SuppressionListId list, ImportId importId, LongConsumer published) {
    return outbox
        .<@Nullable Void>apply(
            notes -> {
              notes.confirmRules(tenant);
              return null;
            })
        .thenCompose(
            known ->
                database.<@Nullable Void>withHandle(
                    h -> {
                      var batches = new Batches(tenant, list, published);
                      changes(h, batches, importId);
                      h.useTransaction(one -> publish(one, batches, importId));
                      return null;
                    }));
  }

  /** New terms for entries on the list; before the others, so that all are in one filling. */
  private static void changes(Handle handle, Batches batches, ImportId importId) {
    String after = "";
    while (after != null) {
      var bunch = ChangedEntries.next(handle, batches.list, importId, after, BUNCH);
      bunch.rows().forEach(batches::add);
      after = bunch.last();
    }
  }

  private void publish(Handle handle, Batches batches, ImportId importId) {
    handle
        .createQuery(
            """
            SELECT value, revision, valid_from, valid_till FROM suppression_entry
            WHERE list_id = :list AND import_id = :import
            """)
        .setFetchSize(FETCH)
        .bind("list", batches.list.value())
        .bind("import", importId.value())
        .<@Nullable Void>scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                batches.add(entry(row));
              }
              return null;
            });
    batches.finish();
  }

  private static EntryRow entry(ResultSet row) throws SQLException {
    return new EntryRow(
        row.getString(1),
        row.getLong(2),
        ListRows.instant(row, "valid_from"),
        ListRows.instant(row, "valid_till"),
        true);
  }

  private record Sent(int entries, CompletableFuture<String> answer) {}

  /** Bounded: the database is read no faster than Redis takes. */
  private final class Batches {
    private final TenantId tenant;
    private final SuppressionListId list;
    private final LongConsumer told;
    private final Deque<Sent> ahead = new ArrayDeque<>();
    private List<RedisMirror.Field> batch = new ArrayList<>(BUNCH);
    private @Nullable String epoch;
    private long published;

    Batches(TenantId tenant, SuppressionListId list, LongConsumer told) {
      this.tenant = tenant;
      this.list = list;
      this.told = told;
    }

    void add(EntryRow row) {
      batch.add(ChangeNotes.field(tenant, list, row));
      if (batch.size() == BUNCH) {
        send();
      }
    }

    void finish() {
      send();
      while (!ahead.isEmpty()) {
        await();
      }
    }

    private void send() {
      if (ahead.size() == BUNCHES_AHEAD) {
        await();
      }
      ahead.add(new Sent(batch.size(), mirror.set(batch).toCompletableFuture()));
      batch = new ArrayList<>(BUNCH);
    }

    /** All of it must stand in one and the same filling of Redis. */
    private void await() {
      Sent first = ahead.remove();
      String in = first.answer().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      if (epoch != null && !epoch.equals(in)) {
        throw new IllegalStateException("Redis was filled anew meanwhile; publish again");
      }
      epoch = in;
      published += first.entries();
      told.accept(published);
    }
  }
}
