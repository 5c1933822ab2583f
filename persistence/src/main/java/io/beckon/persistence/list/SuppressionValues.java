package io.beckon.persistence.list;

import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.SuppressionChunk.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of a suppression file. An entry that holds is changed where it stands only if that
 * makes it hold longer; other new terms are kept apart until the import is completed.
 */
final class SuppressionValues {
  /** What became of a value. */
  enum Fate {
    NEW,
    CHANGED
  }

  /**
   * Why a value was not taken.
   *
   * @param row of the file that brought it, or {@link KnownValues#ON_LIST}
   * @param ownWindow whether what the list says of it is not from now on and for good
   */
  record Known(long row, boolean ownWindow) {}

  private static final String VALUES =
      "unnest(:values::text[], :froms::timestamptz[], :tills::timestamptz[], :reasons::text[],"
          + " :rows::bigint[]) AS u(v, f, o, r, n)";

  /**
   * What is over, or below the floor and about to go, is as good as not there; naming it keeps it.
   * Of what has no window of its own the retention counts anew. An import that replaces terms also
   * takes over what it would not change, so that its row is known; what an earlier row of it
   * changes stays that row's.
   */
  private static final String TAKES_OVER =
      """
      (:append OR NOT EXISTS (SELECT FROM suppression_change c
          WHERE c.import_id = excluded.import_id AND c.value = excluded.value))
        AND (e.revision < :floor OR e.import_id IS DISTINCT FROM excluded.import_id
        AND (e.valid_till <= :now
          OR e.valid_from IS NULL AND e.own_till IS NULL
            AND excluded.valid_from IS NULL AND excluded.own_till IS NULL
            AND e.valid_till < coalesce(excluded.valid_till, 'infinity'::timestamptz)
            AND (:append OR e.reason IS NOT DISTINCT FROM excluded.reason)
          OR NOT :append AND e.valid_from IS NOT DISTINCT FROM excluded.valid_from
            AND e.own_till IS NOT DISTINCT FROM excluded.own_till
            AND e.valid_till IS NOT DISTINCT FROM excluded.valid_till
            AND e.reason IS NOT DISTINCT FROM excluded.reason))
      """;

  /** A changed value's revision is drawn under its row's lock, else an older one may come last. */
  private static final String UPSERT =
      """
      INSERT INTO suppression_entry AS e
        (list_id, value, tenant_id, valid_from, own_till, valid_till, reason, import_id, row_no)
      SELECT :list, v, :tenant, f, o, least(o, :end), r, :import, n FROM
      """
          + VALUES
          + """

ON CONFLICT (list_id, value) DO UPDATE SET valid_from = excluded.valid_from,
  own_till = excluded.own_till, valid_till = excluded.valid_till,
  reason = CASE WHEN e.revision < :floor OR e.valid_till <= :now THEN excluded.reason
    ELSE coalesce(excluded.reason, e.reason) END,
  import_id = excluded.import_id, row_no = excluded.row_no, revision = nextval('suppression_revision_seq'),
  widened = e.valid_till IS NULL OR e.valid_till > :now
WHERE
"""
          + TAKES_OVER
          + " RETURNING value, widened";

  private static final String CHANGE =
      """
      INSERT INTO suppression_change
        (import_id, tenant_id, value, row_no, valid_from, own_till, valid_till, reason, revision)
      SELECT :import, :tenant, v, n, f, o, least(o, :end), r, e.revision FROM
      """
          + VALUES
          + """

JOIN suppression_entry e ON e.list_id = :list AND e.value = u.v
WHERE e.import_id IS DISTINCT FROM :import
ON CONFLICT DO NOTHING RETURNING value
""";

  private static final String KNOWN =
      """
      SELECT e.value,
        CASE WHEN e.import_id = :import THEN e.row_no ELSE coalesce(c.row_no, 0) END,
        e.valid_from IS NOT NULL OR e.own_till IS NOT NULL
      FROM suppression_entry e
      LEFT JOIN suppression_change c ON c.import_id = :import AND c.value = e.value
      WHERE e.list_id = :list AND e.value = ANY (:values)
      """;

  private final Handle handle;
  private final LoadFence fence;
  private final EntryRules rules;

  SuppressionValues(Handle handle, LoadFence fence, EntryRules rules) {
    this.handle = handle;
    this.fence = fence;
    this.rules = rules;
  }

  /** Those of different values that were taken; the others are on the list as they stay. */
  Map<String, Fate> write(List<Value> values) {
    Map<String, Fate> fates = new HashMap<>(values.size() * 2);
    bind(handle.createQuery(UPSERT), values)
        .bind("floor", rules.floor())
        .bind("now", rules.now())
        .bind("append", !rules.replacesTerms())
        .map((row, ctx) -> fates.put(row.getString(1), row.getBoolean(2) ? Fate.CHANGED : Fate.NEW))
        .list();
    if (rules.replacesTerms()) {
      change(values.stream().filter(v -> !fates.containsKey(v.value())).toList(), fates);
    }
    return fates;
  }

  private void change(List<Value> known, Map<String, Fate> fates) {
    int before = fates.size();
    if (!known.isEmpty()) {
      bind(handle.createQuery(CHANGE), known)
          .mapTo(String.class)
          .forEach(value -> fates.put(value, Fate.CHANGED));
    }
    if (fates.size() > before) {
      handle.execute(
          "UPDATE import SET changes_open = true WHERE import_id = ? AND NOT changes_open",
          fence.importId().value());
    }
  }

  /** What holds of values that were not taken. */
  Map<String, Known> known(Collection<String> values) {
    Map<String, Known> known = new HashMap<>();
    if (!values.isEmpty()) {
      handle
          .createQuery(KNOWN)
          .bind("list", fence.list().listId())
          .bind("import", fence.importId().value())
          .bindArray("values", String.class, List.copyOf(values))
          .map(
              (row, ctx) ->
                  known.put(row.getString(1), new Known(row.getLong(2), row.getBoolean(3))))
          .list();
    }
    return known;
  }

  private <S extends SqlStatement<S>> S bind(S statement, List<Value> values) {
    return statement
        .bind("list", fence.list().listId())
        .bind("tenant", fence.list().tenant().value())
        .bind("import", fence.importId().value())
        .bind("end", rules.end())
        .bindArray("values", String.class, each(values, Value::value))
        .bindArray("froms", String.class, each(values, v -> text(v.terms().from())))
        .bindArray("tills", String.class, each(values, v -> text(v.terms().till())))
        .bindArray("reasons", String.class, each(values, v -> v.terms().reason()))
        .bindArray("rows", Long.class, values.stream().map(v -> (Object) v.row()).toArray());
  }

  private static Object[] each(List<Value> values, Function<Value, @Nullable String> part) {
    return values.stream().map(part).toArray();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
