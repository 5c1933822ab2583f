package io.beckon.persistence.filedrop;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.filedrop.DropRun;
import io.beckon.protocol.filedrop.DropRunView;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropTrouble;
import io.beckon.protocol.list.ImportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The history of a watched place. */
final class DropRunRows {
  private static final int KEPT = 500;

  private static final String LOOKED =
      """
      UPDATE drop_source SET last_run = :now, last_error = :error, failures = :failures,
        next_try = :next
      WHERE tenant_id = :tenant AND source_id::text = :id AND revision = :revision
      """;

  private DropRunRows() {}

  /** A source that was changed meanwhile keeps nothing of a look at what it was. */
  static void looked(Handle handle, DropSource source, @Nullable DropTrouble trouble, Instant now) {
    handle
        .createUpdate(LOOKED)
        .bind("now", now)
        .bind("error", trouble == null ? null : trouble.sentence())
        .bind("failures", trouble == null ? 0 : trouble.failures())
        .bind("next", trouble == null ? null : trouble.nextTry())
        .bind("tenant", source.tenant().value())
        .bind("id", source.id())
        .bind("revision", source.revision())
        .execute();
  }

  /** A source that was deleted meanwhile keeps none. */
  static void keep(Handle handle, DropSource source, DropRun run) {
    int there =
        handle
            .createUpdate(
                "UPDATE drop_source SET ran_at = greatest(ran_at, :began),"
                    + " asked_at = CASE WHEN asked_at > :began OR :failed THEN asked_at END"
                    + " WHERE source_id::text = :source")
            .bind("began", run.startedAt())
            .bind("failed", run.error() != null)
            .bind("source", source.id())
            .execute();
    if (there == 0) {
      return;
    }
    long id =
        handle
            .createUpdate(
                "INSERT INTO drop_run (source_id, started_at, finished_at, imports, file, rows,"
                    + " error) VALUES (:source, :began, :ended, :imports, :file, :rows, :error)")
            .bind("source", Long.parseLong(source.id()))
            .bind("began", run.startedAt())
            .bind("ended", run.finishedAt())
            .bindArray("imports", Long.class, run.imports().stream().map(ImportId::value).toList())
            .bind("file", run.file() == null ? null : run.file().name())
            .bind("rows", run.file() == null ? null : run.file().rows())
            .bind("error", run.error())
            .executeAndReturnGeneratedKeys("run_id")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "DELETE FROM drop_run WHERE source_id = ? AND run_id <= (SELECT run_id FROM drop_run"
            + " WHERE source_id = ? AND run_id <= ? ORDER BY run_id DESC OFFSET ? LIMIT 1)",
        Long.parseLong(source.id()),
        Long.parseLong(source.id()),
        id,
        KEPT);
  }

  static List<DropRunView> page(Handle handle, String source, PageRequest page) {
    return handle
        .createQuery(
            "SELECT * FROM drop_run WHERE source_id = :source AND run_id < :before"
                + " ORDER BY run_id DESC LIMIT :limit")
        .bind("source", Long.parseLong(source))
        .bind("before", page.afterNumber(Long.MAX_VALUE))
        .bind("limit", page.limit() + 1)
        .map((row, ctx) -> view(row))
        .list();
  }

  private static DropRunView view(ResultSet row) throws SQLException {
    var imports = (Long[]) row.getArray("imports").getArray();
    return new DropRunView(
        row.getString("run_id"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("finished_at", OffsetDateTime.class).toInstant(),
        Arrays.stream(imports).map(ImportId::new).toList(),
        row.getString("file"),
        row.getObject("rows", Long.class),
        row.getString("error"));
  }
}
