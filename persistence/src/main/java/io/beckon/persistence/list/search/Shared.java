package io.beckon.persistence.list.search;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * Who has exactly some value. Hardly ever more than one has, but a list may give all its people the
 * same "unknown": then they are looked for in the order of contacts, one stretch at a time.
 *
 * @param rows of the list
 * @param byIndex selects contacts who have it, at most {@code :few}
 * @param inOrder selects {@code contact_id} and {@code fits} of the next {@code :stretch} rows
 * @param bind gives the value
 */
record Shared(ListRows rows, String byIndex, String inOrder, Consumer<Query> bind) {
  static final int FEW = 2_000;
  static final int STRETCH = 20_000;

  private static final String LOOK =
      """
      SELECT coalesce(array_agg(contact_id) FILTER (WHERE fits), '{}') AS ids,
        max(contact_id) AS last, count(*) AS seen FROM (<in_order>) s
      """;

  Found behind(long after) {
    var query = rows.query(byIndex).bind("few", FEW + 1);
    bind.accept(query);
    var ids = query.mapTo(Long.class).list();
    return ids.size() <= FEW ? Found.of(ids, after, Found.END) : stretch(after);
  }

  /** Without the last contact: its other devices may lie behind. */
  private Found stretch(long after) {
    var query =
        rows.ofList(LOOK.replace("<in_order>", inOrder))
            .bind("after", after)
            .bind("stretch", STRETCH);
    bind.accept(query);
    return query
        .map(
            (row, ctx) -> {
              boolean more = row.getLong("seen") == STRETCH;
              var ids = List.of((Long[]) row.getArray("ids").getArray());
              return Found.of(ids, after, more ? row.getLong("last") - 1 : Found.END);
            })
        .one();
  }
}
