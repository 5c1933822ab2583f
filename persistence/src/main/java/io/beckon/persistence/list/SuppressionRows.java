package io.beckon.persistence.list;

import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SuppressionChunk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one chunk; a value suppressed for a while is suppressed for longer. */
final class SuppressionRows {
  /** Its name space for advisory locks on suppression lists; adding shares, removing excludes. */
  private static final int LOCK = 3;

  /**
   * A widened value's revision is drawn under its row's lock, else an older one may come last. A
   * value below the floor is about to go: naming it keeps it, and it suppresses all the while.
   */
  private static final String UPSERT =
      """
      INSERT INTO suppression_entry AS e (list_id, value, tenant_id, valid_till, import_id)
      SELECT :list, v, :tenant, :till, :import FROM unnest(:values::text[]) v
      ON CONFLICT (list_id, value) DO UPDATE SET
        valid_from = NULL,
        valid_till = CASE WHEN e.valid_till IS NOT NULL AND excluded.valid_till IS NOT NULL
          THEN greatest(e.valid_till, excluded.valid_till) END,
        import_id = CASE WHEN e.import_id IS NULL OR e.valid_from IS NOT NULL
            OR e.valid_till < coalesce(excluded.valid_till, 'infinity'::timestamptz)
          THEN excluded.import_id ELSE e.import_id END,
        revision = nextval('suppression_revision_seq'), widened = true
      WHERE e.revision < :floor OR e.import_id IS DISTINCT FROM excluded.import_id
        AND (e.valid_from IS NOT NULL
          OR e.valid_till < coalesce(excluded.valid_till, 'infinity'::timestamptz))
      RETURNING value, widened
      """;

  /** Draws the floor of an import that replaces, once. */
  private static final String DRAW_FLOOR =
      """
      UPDATE import SET floor = nextval('suppression_revision_seq')
      WHERE import_id = :import AND floor IS NULL AND options ->> 'mode' = 'REPLACE'
      """;

  private static final String TERMS =
      """
      SELECT l.retention, i.floor IS NOT NULL, coalesce(i.floor, l.floor)
      FROM suppression_list l JOIN import i ON i.import_id = :import WHERE l.list_id = :list
      """;

  /**
   * Terms of the entries.
   *
   * @param floor revision below which entries are gone, or go when the import is completed
   */
  private record Terms(@Nullable Instant till, boolean replacing, long floor) {}

  private SuppressionRows() {}

  static ChunkCounts write(Handle handle, LoadFence fence, SuppressionChunk chunk, Clock clock) {
    Map<String, SuppressionChunk.Value> firsts = new LinkedHashMap<>();
    chunk.values().forEach(v -> firsts.putIfAbsent(v.value(), v));
    Set<Long> accepted = new HashSet<>();
    Set<Long> updated = new HashSet<>();
    var terms = terms(handle, fence, clock);
    upsert(handle, fence, firsts.keySet(), terms)
        .forEach(
            (value, known) ->
                (known && !terms.replacing() ? updated : accepted)
                    .add(Objects.requireNonNull(firsts.get(value)).row()));
    updated.removeAll(accepted);
    var duplicates = duplicates(handle, fence, chunk, Set.of(accepted, updated), firsts);
    ContactRows.issues(handle, fence, ImportReport.REJECTS, chunk.rejects());
    ContactRows.issues(handle, fence, ImportReport.WARNINGS, chunk.warnings());
    ContactRows.issues(handle, fence, ImportReport.DUPLICATES, duplicates);
    return new ChunkCounts(
        accepted.size(),
        updated.size(),
        duplicates.size(),
        0,
        chunk.rejects().size(),
        chunk.warnings().size());
  }

  /** One issue for each row of which nothing was new; entries do not know which row they are of. */
  private static List<RowIssue> duplicates(
      Handle handle,
      LoadFence fence,
      SuppressionChunk chunk,
      Set<Set<Long>> taken,
      Map<String, SuppressionChunk.Value> firsts) {
    Map<Long, SuppressionChunk.Value> left = new LinkedHashMap<>();
    chunk.values().stream()
        .filter(v -> taken.stream().noneMatch(rows -> rows.contains(v.row())))
        .forEach(v -> left.putIfAbsent(v.row(), v));
    var own = own(handle, fence, left.values());
    List<RowIssue> issues = new ArrayList<>(left.size());
    for (var value : left.values()) {
      long first = Objects.requireNonNull(firsts.get(value.value())).row();
      var where =
          first < value.row()
              ? ChunkDedupe.where(first)
              : own.contains(value.value())
                  ? "is in an earlier row already"
                  : ChunkDedupe.where(KnownValues.ON_LIST);
      issues.add(new RowIssue(value.row(), value.line(), null, IssueCode.DUPLICATE_VALUE, where));
    }
    return issues;
  }

  private static Set<String> own(
      Handle handle, LoadFence fence, Collection<SuppressionChunk.Value> values) {
    return values.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "SELECT value FROM suppression_entry WHERE list_id = :list"
                    + " AND import_id = :import AND value = ANY (:values)")
            .bind("list", fence.list().listId())
            .bind("import", fence.importId().value())
            .bindArray("values", String.class, values.stream().map(v -> v.value()).toList())
            .mapTo(String.class)
            .set();
  }

  /** New and widened values, and whether they were widened. */
  private static Map<String, Boolean> upsert(
      Handle handle, LoadFence fence, Set<String> values, Terms terms) {
    long list = fence.list().listId();
    return handle
        .createQuery(UPSERT)
        .bind("list", list)
        .bind("tenant", fence.list().tenant().value())
        .bind("till", terms.till())
        .bind("floor", terms.floor())
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

  /** Takes the list's lock first: a floor, like any revision, is drawn under it. */
  private static Terms terms(Handle handle, LoadFence fence, Clock clock) {
    long list = fence.list().listId();
    handle.execute("SELECT pg_advisory_xact_lock_shared(?, ?)", LOCK, Math.toIntExact(list));
    handle.createUpdate(DRAW_FLOOR).bind("import", fence.importId().value()).execute();
    return handle
        .createQuery(TERMS)
        .bind("import", fence.importId().value())
        .bind("list", list)
        .map(
            (row, ctx) ->
                new Terms(
                    row.getString(1).equals("PERMANENT")
                        ? null
                        : after(clock.instant(), row.getString(1)),
                    row.getBoolean(2),
                    row.getLong(3)))
        .one();
  }

  private static Instant after(Instant now, String retention) {
    return retention.contains("T")
        ? now.plus(Duration.parse(retention))
        : now.atZone(ZoneOffset.UTC).plus(Period.parse(retention)).toInstant();
  }
}
