package io.beckon.persistence.list;

import io.beckon.protocol.list.LoadFence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Finds which values a list has already, by index, however little is known of the table. A value
 * leads to the row of the file that brought it, or to {@link #ON_LIST}.
 */
final class KnownValues {
  /** The list had it before the file came; rows count from 1. */
  static final long ON_LIST = 0;

  private record Hit(String value, long importId, long contactId) {}

  private final Handle handle;
  private final LoadFence fence;

  KnownValues(Handle handle, LoadFence fence) {
    this.handle = handle;
    this.fence = fence;
    handle.execute("SET LOCAL enable_seqscan = off");
    handle.execute("SET LOCAL enable_hashjoin = off");
    handle.execute("SET LOCAL enable_mergejoin = off");
  }

  Map<String, Long> devices(Collection<String> values) {
    return known(Partitions.devices(fence.list().listId()), "value", values);
  }

  Map<String, Long> clientIds(Collection<String> values) {
    return known(Partitions.contacts(fence.list().listId()), "client_id", values);
  }

  private Map<String, Long> known(String table, String column, Collection<String> values) {
    var hits = values.isEmpty() ? List.<Hit>of() : hits(table, column, values);
    long own = fence.importId().value();
    var rows = rows(hits.stream().filter(h -> h.importId() == own).map(Hit::contactId).toList());
    Map<String, Long> known = new HashMap<>(hits.size() * 2);
    for (var hit : hits) {
      known.put(
          hit.value(), hit.importId() == own ? rows.getOrDefault(hit.contactId(), 0L) : ON_LIST);
    }
    return known;
  }

  private List<Hit> hits(String table, String column, Collection<String> values) {
    return handle
        .createQuery(
            """
            SELECT v, k.import_id, k.contact_id FROM unnest(:values::text[]) v
            CROSS JOIN LATERAL (SELECT t.import_id, t.contact_id FROM <table> t
              WHERE t.<column> = v LIMIT 1) k
            """)
        .define("table", table)
        .define("column", column)
        .bindArray("values", String.class, new ArrayList<>(values))
        .map((row, ctx) -> new Hit(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  /** Row numbers of contacts that earlier chunks of the same file have brought. */
  private Map<Long, Long> rows(List<Long> contacts) {
    Map<Long, Long> rows = new HashMap<>();
    if (!contacts.isEmpty()) {
      handle
          .createQuery(
              "SELECT contact_id, row_no FROM <table> WHERE contact_id = ANY (:contacts)"
                  + " AND list_id = :list")
          .define("table", Partitions.contacts(fence.list().listId()))
          .bindArray("contacts", Long.class, contacts)
          .bind("list", fence.list().listId())
          .map((row, ctx) -> rows.put(row.getLong(1), row.getLong(2)))
          .list();
    }
    return rows;
  }
}
