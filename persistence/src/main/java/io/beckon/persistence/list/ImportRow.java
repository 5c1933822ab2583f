package io.beckon.persistence.list;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileOrigin;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads an import as the API shows it. */
record ImportRow(Clock clock) implements RowMapper<ImportView> {
  @Override
  public ImportView map(ResultSet row, StatementContext ctx) throws SQLException {
    var origin = origin(row);
    var phase = phase(row);
    var error = row.getString("error");
    var startedAt = instant(row, "started_at");
    var finishedAt = instant(row, "finished_at");
    return new ImportView(
        new ImportId(row.getLong("import_id")),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("list_id"),
        row.getString("file_name"),
        state(row.getString("state")),
        row.getLong("rows_read"),
        row.getLong("accepted"),
        row.getLong("updated"),
        row.getLong("duplicates"),
        row.getLong("filtered"),
        row.getLong("rejected"),
        row.getLong("warnings"),
        row.getLong("next_offset"),
        row.getLong("bytes_total"),
        rate(row.getLong("rows_read"), startedAt, finishedAt),
        phase,
        phase == null ? 0 : row.getLong("phase_done"),
        origin == null ? null : origin.charset(),
        origin == null ? null : origin.kind(),
        origin == null ? null : origin.wrapper(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        startedAt,
        finishedAt,
        error == null ? null : JsonColumn.read(error, ImportError.class));
  }

  /** Imports from before the column was there were all of plain text. */
  private static @Nullable FileOrigin origin(ResultSet row) throws SQLException {
    var origin = row.getString("origin");
    if (origin != null) {
      return JsonColumn.read(origin, FileOrigin.class);
    }
    var format = row.getString("format");
    return format == null
        ? null
        : new FileOrigin(FileKind.CSV, null, JsonColumn.read(format, FileFormat.class).charset());
  }

  /** That its rows were replaced since does not change how it ended. */
  private static ImportState state(String kept) {
    return kept.equals("FLUSHED") ? ImportState.COMPLETED : ImportState.valueOf(kept);
  }

  private static @Nullable ImportPhase phase(ResultSet row) throws SQLException {
    if (state(row.getString("state")) != ImportState.RUNNING) {
      return null;
    }
    if (row.getBoolean("loaded")) {
      return ImportPhase.FINISHING;
    }
    return row.getString("format") == null ? ImportPhase.PREPARING : ImportPhase.LOADING;
  }

  private double rate(long rows, @Nullable Instant from, @Nullable Instant till) {
    if (from == null) {
      return 0;
    }
    long millis = Duration.between(from, till == null ? clock.instant() : till).toMillis();
    return Math.round(rows * 10_000.0 / Math.max(millis, 1)) / 10.0;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
