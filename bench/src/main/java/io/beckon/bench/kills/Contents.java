package io.beckon.bench.kills;

import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;

/** What a load has left in the database: all columns of every row but ids, times and revisions. */
record Contents(LoadingWorld world, ListRef list, ImportId importId) {
  private static final String CONTACTS =
      """
SELECT jsonb_build_array(
    to_jsonb(c) - '{list_id,contact_id,import_id}'::text[],
    (SELECT jsonb_agg(to_jsonb(d) - '{list_id,contact_id,import_id}'::text[] ORDER BY chain_n)
     FROM device d WHERE d.list_id = c.list_id AND d.contact_id = c.contact_id)) AS row
FROM contact c WHERE list_id = %1$d
""";
  private static final String ENTRIES =
      """
      SELECT to_jsonb(e) - '{list_id,import_id,revision}'::text[] AS row
      FROM suppression_entry e WHERE list_id = %1$d
      """;
  private static final String OF_THE_IMPORT =
      """
      UNION ALL
      SELECT to_jsonb(i) - '{import_id}'::text[] FROM import_issue i WHERE import_id = %2$s
      UNION ALL
      SELECT jsonb_build_object('state', state, 'counts', jsonb_build_array(
          rows_read, accepted, updated, duplicates, filtered, rejected, warnings))
      FROM import WHERE import_id = %2$s
      """;

  /** Rows that only one of the two has. */
  long differences(Contents other) {
    return count(
        "SELECT count(*) FROM (((%1$s) EXCEPT ALL (%2$s)) UNION ALL ((%2$s) EXCEPT ALL (%1$s))) x"
            .formatted(rows(), other.rows()));
  }

  /** As many rows as there are to compare. */
  long size() {
    return count("SELECT count(*) FROM (%s) x".formatted(rows()));
  }

  private String rows() {
    var own = list.kind() == ImportKind.CONTACTS ? CONTACTS : ENTRIES;
    return (own + OF_THE_IMPORT).formatted(list.listId(), importId);
  }

  private long count(String statement) {
    return world
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(statement).mapTo(Long.class).one());
  }
}
