package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Removes entries that an import has replaced, from PostgreSQL and Redis. Until one is gone it
 * still suppresses, which can only spare somebody a call.
 */
public final class FlushedEntries implements Sweep {
  private static final int AT_ONCE = 1_000;

  private static final String REMOVE =
      """
      WITH gone AS (
        SELECT value FROM suppression_entry
        WHERE list_id = :list AND value > :after AND revision < :floor ORDER BY value LIMIT :limit)
      DELETE FROM suppression_entry e USING gone
      WHERE e.list_id = :list AND e.value = gone.value AND e.revision < :floor
      RETURNING e.value, nextval('suppression_revision_seq'), (SELECT max(value) FROM gone)
      """;

  private record Flushed(SuppressionListId list, TenantId tenant, long floor) {}

  private final Database database;
  private final RedisOutbox outbox;
  private final Map<Flushed, String> removed = new HashMap<>();

  public FlushedEntries(Database database, RedisOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT list_id, tenant_id, floor FROM suppression_list WHERE NOT swept"
                            + " ORDER BY list_id LIMIT 1")
                    .map(
                        (row, ctx) ->
                            new Flushed(
                                new SuppressionListId(row.getLong(1)),
                                new TenantId(row.getString(2)),
                                row.getLong(3)))
                    .findOne())
        .thenCompose(this::sweep);
  }

  private CompletionStage<Boolean> sweep(Optional<Flushed> next) {
    return outbox.apply(
        notes -> {
          next.ifPresent(flushed -> sweep(notes, flushed));
          return next.isPresent();
        });
  }

  private synchronized void sweep(ChangeNotes notes, Flushed flushed) {
    var handle = notes.handle();
    SuppressionListLock.removing(handle, flushed.list());
    List<String> last = new ArrayList<>();
    List<EntryRow> gone =
        handle
            .createQuery(REMOVE)
            .bind("list", flushed.list().value())
            .bind("after", removed.getOrDefault(flushed, ""))
            .bind("floor", flushed.floor())
            .bind("limit", AT_ONCE)
            .map(
                (row, ctx) -> {
                  last.add(row.getString(3));
                  return new EntryRow(row.getString(1), row.getLong(2), null, null, false);
                })
            .list();
    if (gone.isEmpty() && removed.remove(flushed) == null) {
      handle.execute(
          "UPDATE suppression_list SET swept = true WHERE list_id = ? AND floor = ?",
          flushed.list().value(),
          flushed.floor());
    } else if (!gone.isEmpty()) {
      notes.entries(flushed.tenant(), flushed.list(), gone);
      removed.put(flushed, last.get(0));
    }
  }
}
