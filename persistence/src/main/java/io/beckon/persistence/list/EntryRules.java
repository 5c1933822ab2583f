package io.beckon.persistence.list;

import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressionListId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all entries of a chunk.
 *
 * @param mode of the import
 * @param now entries whose end has come by then are over
 * @param end by the list's retention; null: none
 * @param floor revision below which entries of the list are gone
 */
record EntryRules(ImportMode mode, Instant now, @Nullable Instant end, long floor) {
  /** Name space for advisory locks on suppression lists; adding shares, removing excludes. */
  private static final int LOCK = 3;

  /** Draws the floor of an import that replaces, once. */
  private static final String DRAW_FLOOR =
      """
      UPDATE import SET floor = nextval('suppression_revision_seq')
      WHERE import_id = :import AND floor IS NULL AND options ->> 'mode' = 'REPLACE'
      """;

  private static final String READ =
      """
      SELECT l.retention, coalesce(i.options ->> 'mode', 'APPEND'), l.floor
      FROM suppression_list l JOIN import i ON i.import_id = :import
      WHERE l.list_id = :list AND l.tenant_id = :tenant
      """;

  /** Takes the list's lock first: a floor, like any revision, is drawn under it. */
  static EntryRules of(Handle handle, LoadFence fence, Instant now) {
    long list = fence.list().listId();
    handle.execute("SELECT pg_advisory_xact_lock_shared(?, ?)", LOCK, Math.toIntExact(list));
    new Retelling(new ChangeNotes(handle), fence.list().tenant(), new SuppressionListId(list))
        .finishFor(fence.importId().value());
    handle.createUpdate(DRAW_FLOOR).bind("import", fence.importId().value()).execute();
    return handle
        .createQuery(READ)
        .bind("import", fence.importId().value())
        .bind("list", list)
        .bind("tenant", fence.list().tenant().value())
        .map(
            (row, ctx) -> {
              Optional<Instant> end = new Retention(row.getString(1)).end(now);
              return new EntryRules(
                  ImportMode.valueOf(row.getString(2)), now, end.orElse(null), row.getLong(3));
            })
        .one();
  }

  /** Whether rows replace what is said of values that are on the list. */
  boolean replacesTerms() {
    return mode != ImportMode.APPEND;
  }
}
