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

  /** Also tells which imports of the list were replaced and still have rows. */
  private static final String PREPARE =
      """
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true),
        ARRAY(SELECT import_id FROM import
          WHERE list_id = :list AND state = 'FLUSHED' AND NOT swept)
      """;

  private final Handle handle;
  private final LoadFence fence;
  private final String scope;

  private KnownValues(Handle handle, LoadFence fence, String scope) {
    this.handle = handle;
    this.fence = fence;
    this.scope = scope;
  }

  /** Everything that is on the list, or was brought by this import. */
  static KnownValues ofList(Handle handle, LoadFence fence) {
    var gone = prepare(handle, fence).stream().map(String::valueOf).toList();
    var scope = gone.isEmpty() ? "" : "AND t.import_id NOT IN (" + String.join(", ", gone) + ")";
    return new KnownValues(handle, fence, scope);
  }

  /** Only what this import has brought: the rest is on its way out. */
  static KnownValues ofImport(Handle handle, LoadFence fence) {
    prepare(handle, fence);
    return new KnownValues(handle, fence, "AND t.import_id = " + fence.importId());
  }

  private static List<Long> prepare(Handle handle, LoadFence fence) {
    return handle
        .createQuery(PREPARE)
        .bind("list", fence.list().listId())
        .map((row, ctx) -> List.of((Long[]) row.getArray(4).getArray()))
        .one();
  }

  /** A condition on rows {@code t} of the list, with AND in front; empty when all count. */
  String scope() {
    return scope;
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
              WHERE t.<column> = v <scope> LIMIT 1) k
            """)
        .define("table", table)
        .define("column", column)
        .define("scope", scope)
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
