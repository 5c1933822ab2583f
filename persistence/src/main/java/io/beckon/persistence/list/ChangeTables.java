package io.beckon.persistence.list;

import io.beckon.persistence.compliance.OpenChanges;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.LoadFence;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Two tables of one import that keep its changes of contacts aside until it is completed: then they
 * are merged into the list in one transaction and the tables go, as they do when it is given up.
 */
final class ChangeTables {
  private static final String CREATE =
      """
      CREATE TABLE <changes> (contact_id bigint PRIMARY KEY, row_no bigint NOT NULL,
        client_id text, first_name text, last_name text, company text, time_zone text,
        postal_code text, state text, country text, postal_zones text, other jsonb);
      CREATE TABLE <devices> (contact_id bigint NOT NULL, chain_n smallint NOT NULL,
        value text NOT NULL, country text, state text, zone_key text NOT NULL,
        line_type "char", PRIMARY KEY (contact_id, chain_n));
      CREATE INDEX ON <devices> (value)
      """;

  /** What a row leaves blank stays as it is; zones are found out of what it has then. */
  private static final String MERGE_CONTACTS =
      """
      UPDATE <contacts> c SET
        client_id = coalesce(x.client_id, c.client_id),
        first_name = coalesce(x.first_name, c.first_name),
        last_name = coalesce(x.last_name, c.last_name),
        company = coalesce(x.company, c.company),
        time_zone = coalesce(x.time_zone, c.time_zone),
        postal_code = coalesce(x.postal_code, c.postal_code),
        state = coalesce(x.state, c.state),
        country = coalesce(x.country, c.country),
        postal_zones = x.postal_zones,
        other = CASE WHEN x.other IS NULL THEN c.other
          ELSE coalesce(c.other, '{}'::jsonb) || x.other END
      FROM <changes> x WHERE c.list_id = :list AND c.contact_id = x.contact_id
      """;

  private static final String DROP_CHAINS =
      """
      DELETE FROM <chains> d WHERE d.list_id = :list
        AND d.contact_id IN (SELECT contact_id FROM <devices>)
      """;

  private static final String ADD_CHAINS =
      """
      INSERT INTO <chains> (tenant_id, list_id, contact_id, chain_n, import_id, value, country,
        state, zone_key, line_type)
      SELECT c.tenant_id, c.list_id, c.contact_id, x.chain_n, c.import_id, x.value, x.country,
        x.state, x.zone_key, x.line_type
      FROM <devices> x JOIN <contacts> c ON c.list_id = :list AND c.contact_id = x.contact_id
      """;

  private ChangeTables() {}

  static void create(Handle handle, ImportId id) {
    if (!exist(handle, id)) {
      handle.createScript(named(CREATE, id)).execute();
    }
  }

  private static boolean exist(Handle handle, ImportId id) {
    return handle
        .createQuery("SELECT to_regclass(:name) IS NOT NULL")
        .bind("name", OpenChanges.contacts(id))
        .mapTo(Boolean.class)
        .one();
  }

  static void drop(Handle handle, ImportId id) {
    handle.execute(named("DROP TABLE IF EXISTS <changes>, <devices>", id));
  }

  /** Makes the changes, if the import has any. */
  static void merge(Handle handle, LoadFence fence) {
    var id = fence.importId();
    if (!exist(handle, id)) {
      return;
    }
    handle.execute("ANALYZE " + OpenChanges.contacts(id));
    handle.execute("ANALYZE " + OpenChanges.devices(id));
    long list = fence.list().listId();
    for (var sql : List.of(MERGE_CONTACTS, DROP_CHAINS, ADD_CHAINS)) {
      handle
          .createUpdate(
              named(sql, id)
                  .replace("<contacts>", Partitions.contacts(list))
                  .replace("<chains>", Partitions.devices(list)))
          .bind("list", list)
          .execute();
    }
    drop(handle, id);
  }

  private static String named(String sql, ImportId id) {
    return sql.replace("<changes>", OpenChanges.contacts(id))
        .replace("<devices>", OpenChanges.devices(id));
  }

  /** A row, and the contact that it changes. */
  record Change(long contactId, CookedContact row) {}

  static void copy(Handle handle, ImportId id, List<Change> made) {
    var columns =
        " (contact_id, row_no, client_id, first_name, last_name, company, time_zone, postal_code,"
            + " state, country, postal_zones, other)";
    try (var text = CopyText.into(handle, OpenChanges.contacts(id) + columns)) {
      made.forEach(c -> contact(text, c.contactId(), c.row()));
      text.end();
    }
    try (var text = CopyText.into(handle, OpenChanges.devices(id))) {
      made.forEach(c -> chain(text, c.contactId(), c.row()));
      text.end();
    }
  }

  private static void contact(CopyText text, long id, CookedContact row) {
    text.field(id)
        .field(row.row())
        .field(row.clientId())
        .field(row.firstName())
        .field(row.lastName())
        .field(row.company())
        .field(row.timeZone())
        .field(row.postalCode())
        .field(row.state())
        .field(row.country())
        .field(row.postalZones())
        .field(row.other())
        .endRow();
  }

  private static void chain(CopyText text, long id, CookedContact row) {
    int n = 0;
    for (var device : row.devices()) {
      text.field(id)
          .field(n++)
          .field(device.value())
          .field(device.country())
          .field(device.state())
          .field(device.zones().value())
          .field(device.lineType() == null ? null : device.lineType().code())
          .endRow();
    }
  }
}
