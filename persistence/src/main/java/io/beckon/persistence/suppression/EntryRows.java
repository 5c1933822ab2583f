package io.beckon.persistence.suppression;

import io.beckon.protocol.suppression.SuppressionEntries.EntryView;
import io.beckon.protocol.suppression.SuppressionListId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads entries that count: those an unfinished import has brought do not. */
final class EntryRows {
  private static final String SELECT =
      """
      SELECT e.value, e.valid_from, e.valid_till, e.reason FROM suppression_entry e
      JOIN suppression_list l ON l.list_id = e.list_id
      WHERE e.list_id = :list AND e.revision >= l.floor AND (e.import_id IS NULL OR e.widened OR EXISTS (SELECT FROM import i
        WHERE i.import_id = e.import_id AND i.state = 'COMPLETED'))
      """;

  private EntryRows() {}

  static List<EntryView> after(Handle handle, SuppressionListId list, String after, int limit) {
    return handle
        .createQuery(SELECT + " AND e.value > :after ORDER BY e.value LIMIT :limit")
        .bind("list", list.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> view(row))
        .list();
  }

  static Optional<EntryView> one(Handle handle, SuppressionListId list, String value) {
    return handle
        .createQuery(SELECT + " AND e.value = :value")
        .bind("list", list.value())
        .bind("value", value)
        .map((row, context) -> view(row))
        .findOne();
  }

  private static EntryView view(ResultSet row) throws SQLException {
    return new EntryView(
        row.getString("value"),
        ListRows.instant(row, "valid_from"),
        ListRows.instant(row, "valid_till"),
        row.getString("reason"));
  }
}
