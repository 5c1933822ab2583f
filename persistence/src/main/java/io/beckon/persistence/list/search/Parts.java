package io.beckon.persistence.list.search;

import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * Goes through a list in parts of 16,384 numbers of contacts. The indexes on names and line types
 * begin with the part: one look into an index tells whether a part holds anybody, and no part holds
 * many. So few are found as quickly as many, wherever in the list they are, in the order of
 * contacts.
 */
final class Parts {
  /**
   * The next part that is there, one after the other, and in each of them who is looked for. A
   * lateral join gives its rows in the order of the parts and stops at the limit.
   */
  private static final String BEHIND =
      """
      WITH RECURSIVE part (p) AS (
        (SELECT contact_id / 16384 FROM <contacts> WHERE list_id = :list AND contact_id > :after
          ORDER BY contact_id LIMIT 1)
        UNION ALL
        SELECT (SELECT contact_id / 16384 FROM <contacts>
            WHERE list_id = :list AND contact_id >= (p + 1) * 16384 ORDER BY contact_id LIMIT 1)
          FROM part WHERE p IS NOT NULL)
      SELECT found.contact_id FROM part CROSS JOIN LATERAL (
        SELECT DISTINCT contact_id FROM (
          SELECT contact_id FROM %s c WHERE contact_id / 16384 = p AND %s OFFSET 0) who
        WHERE contact_id > :after ORDER BY contact_id) found
      LIMIT :most
      """;

  private Parts() {}

  static Found behind(
      ListRows rows, String table, String condition, Consumer<Query> bind, long after, int most) {
    var query =
        rows.ofList(BEHIND.formatted(table, condition)).bind("after", after).bind("most", most);
    bind.accept(query);
    return Found.upTo(query.mapTo(Long.class).list(), most);
  }
}
