package io.beckon.persistence.suppression;

import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.suppression.SuppressionListId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * New terms that an import has for entries on its list. Redis learns before the completion to
 * suppress by the old and the new ones, PostgreSQL changes over in the completing transaction, and
 * {@link RetoldEntries} has Redis follow. So at no moment is somebody spared by neither. An entry
 * that somebody else has changed since its row was read is newer, and stays as they made it.
 */
final class ChangedEntries {
  private static final String DRAW =
      """
      WITH bunch AS (
        SELECT value, valid_from, valid_till, revision FROM suppression_change
        WHERE import_id = :import AND value > :after ORDER BY value LIMIT :limit),
      told AS (
        UPDATE suppression_entry e SET revision = nextval('suppression_revision_seq') FROM bunch s
        WHERE e.list_id = :list AND e.value = s.value AND e.revision = s.revision
        RETURNING e.value, e.revision, e.valid_from AS old_from, e.valid_till AS old_till),
      kept AS (
        UPDATE suppression_change c SET revision = t.revision FROM told t
        WHERE c.import_id = :import AND c.value = t.value)
      SELECT s.value, t.revision,
        CASE WHEN s.valid_from IS NOT NULL AND t.old_from IS NOT NULL
          THEN least(s.valid_from, t.old_from) END AS valid_from,
        CASE WHEN s.valid_till IS NOT NULL AND t.old_till IS NOT NULL
          THEN greatest(s.valid_till, t.old_till) END AS valid_till
      FROM bunch s LEFT JOIN told t USING (value) ORDER BY s.value
      """;

  private ChangedEntries() {}

  /**
   * Entries as Redis is to know them until the import is completed.
   *
   * @param last the value to go on behind; null when there is nothing behind {@code after}
   */
  record Bunch(List<EntryRow> rows, @Nullable String last) {}

  /** Draws new revisions for the next entries whose terms change; in its own transaction. */
  static Bunch next(
      Handle handle, SuppressionListId list, ImportId importId, String after, int limit) {
    return handle.inTransaction(
        h -> {
          SuppressionListLock.adding(h, list);
          List<EntryRow> rows = new ArrayList<>();
          List<String> values =
              h.createQuery(DRAW)
                  .bind("import", importId.value())
                  .bind("list", list.value())
                  .bind("after", after)
                  .bind("limit", limit)
                  .map(
                      (row, ctx) -> {
                        row(row).ifPresent(rows::add);
                        return row.getString("value");
                      })
                  .list();
          return new Bunch(rows, values.isEmpty() ? null : values.get(values.size() - 1));
        });
  }

  private static Optional<EntryRow> row(ResultSet row) throws SQLException {
    long revision = row.getLong("revision");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new EntryRow(
                row.getString("value"),
                revision,
                ListRows.instant(row, "valid_from"),
                ListRows.instant(row, "valid_till"),
                true));
  }
}
