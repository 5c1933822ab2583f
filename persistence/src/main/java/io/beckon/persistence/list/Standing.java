package io.beckon.persistence.list;

import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.LoadFence;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far an import has come, and the one statement that moves it. */
final class Standing {
  private static final String MOVE =
      """
      UPDATE import SET
        next_offset = :to, next_line = :line, rows_read = rows_read + :rows,
        accepted = accepted + :accepted, updated = updated + :updated,
        duplicates = duplicates + :duplicates, filtered = filtered + :filtered,
        rejected = rejected + :rejected, warnings = warnings + :warnings, heard_at = clock_timestamp()
      WHERE import_id = :id AND epoch = :epoch AND next_offset = :from AND state = 'RUNNING'
      """;

  private Standing() {}

  /** The offset behind the last chunk; empty for a loader without the right. */
  static Optional<Long> of(Handle handle, LoadFence fence) {
    return handle
        .createQuery(
            "SELECT next_offset FROM import WHERE import_id = :id AND epoch = :epoch"
                + " AND state = 'RUNNING'")
        .bind("id", fence.importId().value())
        .bind("epoch", fence.epoch())
        .mapTo(Long.class)
        .findOne();
  }

  static boolean move(Handle handle, LoadFence fence, ChunkSpan span, ChunkCounts counts) {
    return handle
            .createUpdate(MOVE)
            .bind("to", span.to())
            .bind("line", span.nextLine())
            .bind("rows", span.rows())
            .bind("accepted", counts.accepted())
            .bind("updated", counts.updated())
            .bind("duplicates", counts.duplicates())
            .bind("filtered", counts.filtered())
            .bind("rejected", counts.rejected())
            .bind("warnings", counts.warnings())
            .bind("id", fence.importId().value())
            .bind("epoch", fence.epoch())
            .bind("from", span.from())
            .execute()
        == 1;
  }
}
