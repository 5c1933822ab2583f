package io.beckon.persistence.list;

import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.SuppressionChunk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one chunk; a value suppressed for a while is suppressed for longer. */
final class SuppressionRows {
  /** Its name space for advisory locks on suppression lists; adding shares, removing excludes. */
  private static final int LOCK = 3;

  /** A widened value's revision is drawn under its row's lock, else an older one may come last. */
  private static final String UPSERT =
      """
      INSERT INTO suppression_entry AS e (list_id, value, tenant_id, valid_till, import_id)
      SELECT :list, v, :tenant, :till, :import FROM unnest(:values::text[]) v
      ON CONFLICT (list_id, value) DO UPDATE SET
        valid_from = NULL, valid_till = excluded.valid_till, import_id = excluded.import_id,
        revision = nextval('suppression_revision_seq'), widened = true
      WHERE e.import_id IS DISTINCT FROM excluded.import_id
        AND (e.valid_from IS NOT NULL
          OR e.valid_till < coalesce(excluded.valid_till, 'infinity'::timestamptz))
      RETURNING value, widened
      """;

  private SuppressionRows() {}

  static ChunkCounts write(Handle handle, LoadFence fence, SuppressionChunk chunk, Clock clock) {
    Map<String, Long> firstRows = new LinkedHashMap<>();
    chunk.values().forEach(v -> firstRows.putIfAbsent(v.value(), v.row()));
    Set<Long> rows = new HashSet<>();
    chunk.values().forEach(v -> rows.add(v.row()));
    Set<Long> accepted = new HashSet<>();
    Set<Long> updated = new HashSet<>();
    upsert(handle, fence, firstRows.keySet(), clock)
        .forEach((value, wider) -> (wider ? updated : accepted).add(firstRows.get(value)));
    updated.removeAll(accepted);
    ContactRows.issues(handle, fence, chunk.rejects(), false);
    ContactRows.issues(handle, fence, chunk.warnings(), true);
    return new ChunkCounts(
        accepted.size(),
        updated.size(),
        rows.size() - accepted.size() - updated.size(),
        chunk.rejects().size(),
        chunk.warnings().size());
  }

  /** New and widened values, and whether they were widened. */
  private static Map<String, Boolean> upsert(
      Handle handle, LoadFence fence, Set<String> values, Clock clock) {
    long list = fence.list().listId();
    handle.execute("SELECT pg_advisory_xact_lock_shared(?, ?)", LOCK, Math.toIntExact(list));
    return handle
        .createQuery(UPSERT)
        .bind("list", list)
        .bind("tenant", fence.list().tenant().value())
        .bind("till", till(handle, list, clock))
        .bind("import", fence.importId().value())
        .bindArray("values", String.class, values.toArray())
        .reduceRows(
            new LinkedHashMap<>(),
            (map, row) -> {
              map.put(
                  row.getColumn("value", String.class), row.getColumn("widened", Boolean.class));
              return map;
            });
  }

  private static @Nullable Instant till(Handle handle, long list, Clock clock) {
    var retention =
        handle
            .createQuery("SELECT retention FROM suppression_list WHERE list_id = ?")
            .bind(0, list)
            .mapTo(String.class)
            .one();
    return retention.equals("PERMANENT") ? null : after(clock.instant(), retention);
  }

  private static Instant after(Instant now, String retention) {
    return retention.contains("T")
        ? now.plus(Duration.parse(retention))
        : now.atZone(ZoneOffset.UTC).plus(Period.parse(retention)).toInstant();
  }
}
