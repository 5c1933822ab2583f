package io.beckon.persistence.list;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FileOrigin;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.list.Split;
import io.beckon.protocol.selection.SelectionRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads where a load stands. */
final class JobRow {
  private static final String FIND =
      """
      SELECT i.*, c.time_zone, coalesce(s.type = 'CLIENT_ID', false) AS client_ids
      FROM import i
      LEFT JOIN contact_list c ON i.kind = 'CONTACTS' AND c.list_id = i.list_id
      LEFT JOIN suppression_list s ON i.kind = 'SUPPRESSION' AND s.list_id = i.list_id
      WHERE i.import_id = :id AND i.epoch = :epoch AND i.state = 'RUNNING'
      """;

  private JobRow() {}

  static Optional<LoadJob> find(Handle handle, LoadFence fence) {
    return handle
        .createQuery(FIND)
        .bind("id", fence.importId().value())
        .bind("epoch", fence.epoch())
        .map((row, ctx) -> job(fence, row))
        .findOne();
  }

  private static LoadJob job(LoadFence fence, ResultSet row) throws SQLException {
    var format = row.getString("format");
    var origin = row.getString("origin");
    var split = row.getString("split");
    var selection = row.getString("selection");
    return new LoadJob(
        fence,
        row.getString("sha256"),
        row.getLong("bytes_total"),
        JsonColumn.read(row.getString("options"), ImportOptions.class),
        format == null ? null : JsonColumn.read(format, FileFormat.class),
        origin == null ? null : JsonColumn.read(origin, FileOrigin.class),
        row.getLong("next_offset"),
        row.getLong("next_line"),
        row.getLong("rows_read"),
        row.getString("time_zone"),
        row.getBoolean("client_ids"),
        row.getBoolean("loaded"),
        selection == null ? null : JsonColumn.read(selection, SelectionRule.class),
        split == null ? null : JsonColumn.read(split, Split.class));
  }
}
