package io.beckon.persistence.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the chains of a day piece by piece. */
final class EvidenceRows {
  static final int PIECE = 2_000;

  private EvidenceRows() {}

  /** A chained row as it stands. */
  record Row(UUID writer, long seq, String text, byte[] hash) {}

  /** Every chain of the day, by the ends that were noted and by the rows that are there. */
  static List<ChainWalk.End> chains(Handle handle, String tenant, LocalDate day) {
    return handle
        .createQuery(
            """
            WITH RECURSIVE writers AS (
              (SELECT writer FROM decision WHERE tenant_id = :tenant AND day = :day
                AND writer IS NOT NULL ORDER BY writer LIMIT 1)
              UNION ALL
              SELECT (SELECT d.writer FROM decision d WHERE d.tenant_id = :tenant AND d.day = :day
                AND d.writer > w.writer ORDER BY d.writer LIMIT 1)
              FROM writers w WHERE w.writer IS NOT NULL)
            SELECT writer, coalesce(c.length, 0) AS length, coalesce(c.head, '') AS head
            FROM (SELECT writer FROM writers WHERE writer IS NOT NULL UNION
              SELECT writer FROM evidence_chain WHERE tenant_id = :tenant AND day = :day) all_writers
            LEFT JOIN (SELECT * FROM evidence_chain WHERE tenant_id = :tenant AND day = :day) c
              USING (writer)
            ORDER BY writer
            """)
        .bind("tenant", tenant)
        .bind("day", day)
        .map(
            (row, ctx) ->
                new ChainWalk.End(
                    row.getObject("writer", UUID.class),
                    row.getLong("length"),
                    row.getBytes("head")))
        .list();
  }

  /** The rows of a chain behind one, at most {@link #PIECE}. */
  static List<Row> rows(Handle handle, String tenant, LocalDate day, UUID writer, long after) {
    return handle
        .createQuery(
            "SELECT * FROM decision WHERE tenant_id = :tenant AND day = :day AND writer = :writer"
                + " AND seq > :after ORDER BY seq LIMIT "
                + PIECE)
        .bind("tenant", tenant)
        .bind("day", day)
        .bind("writer", writer)
        .bind("after", after)
        .map((row, ctx) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    return new Row(
        row.getObject("writer", UUID.class),
        seq,
        EvidenceLine.read(row).text(seq),
        row.getBytes("hash"));
  }

  static long unchained(Handle handle, String tenant, LocalDate day) {
    return handle
        .createQuery(
            "SELECT count(*) FROM decision WHERE tenant_id = :tenant AND day = :day"
                + " AND writer IS NULL")
        .bind("tenant", tenant)
        .bind("day", day)
        .mapTo(long.class)
        .one();
  }

  /** Goes through the whole day. */
  static ChainWalk.Result walk(Handle handle, String tenant, LocalDate day) {
    var walk = new ChainWalk(tenant, day);
    for (ChainWalk.End end : chains(handle, tenant, day)) {
      walk.chain(end);
      @Nullable Long after = 0L;
      while (after != null) {
        List<Row> rows = rows(handle, tenant, day, end.writer(), after);
        rows.forEach(row -> walk.row(row.seq(), row.text(), row.hash()));
        after = rows.size() < PIECE ? null : rows.get(rows.size() - 1).seq();
      }
    }
    return walk.finish();
  }
}
