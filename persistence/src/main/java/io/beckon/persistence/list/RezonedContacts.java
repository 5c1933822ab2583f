package io.beckon.persistence.list;

import io.beckon.persistence.campaign.RecordZones;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the zones of some contacts of a list, and of their devices, anew. What somebody changes
 * meanwhile is left as they make it: it is changed only from what was read of it.
 */
record RezonedContacts(
    Handle handle, TenantId tenant, ContactListId list, Locator locator, Instant now) {
  private static final int AT_ONCE = 2_000;

  private static final String READ =
      """
      WITH batch AS (
        SELECT c.contact_id, c.time_zone, c.country, c.postal_code, c.state, c.postal_zones,
          i.options ->> 'country' AS usual
        FROM <contacts> c JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
        WHERE c.list_id = :list AND c.contact_id > :after ORDER BY c.contact_id LIMIT :limit)
      SELECT s.contact_id, s.time_zone, s.country, s.postal_code, s.state, s.postal_zones,
        coalesce(s.usual, l.country, t.settings ->> 'country', t.country) AS usual,
        l.time_zone AS list_zone, d.chain_n, d.value, d.country AS device_country,
        d.state AS device_state, d.zone_key, d.line_type
      FROM batch s
      JOIN contact_list l ON l.list_id = :list JOIN tenant t ON t.tenant_id = l.tenant_id
      LEFT JOIN <devices> d ON d.list_id = :list AND d.contact_id = s.contact_id
      ORDER BY s.contact_id, d.chain_n
      """;

  private static final String WRITE =
      """
      UPDATE <devices> d SET zone_key = v.zone_key, state = v.state, line_type = v.line_type::"char"
      FROM unnest(:contacts::bigint[], :chain::int[], :values::text[], :was::text[],
          :zones::text[], :states::text[], :types::text[])
        AS v(contact_id, chain_n, value, was, zone_key, state, line_type)
      WHERE d.list_id = :list AND d.contact_id = v.contact_id AND d.chain_n = v.chain_n
        AND d.value = v.value AND d.zone_key = v.was
      """;

  private static final String WRITE_OWN =
      """
      UPDATE <contacts> c SET postal_zones = v.zones
      FROM unnest(:contacts::bigint[], :codes::text[], :countries::text[], :zones::text[])
        AS v(contact_id, code, country, zones)
      WHERE c.list_id = :list AND c.contact_id = v.contact_id AND c.time_zone IS NULL
        AND c.postal_code = v.code AND c.country IS NOT DISTINCT FROM v.country
      """;

  /**
   * What became of a batch.
   *
   * @param last contact id; 0 when none was left
   */
  record Batch(long last, long contacts, long devices, long changed, long records) {}

  private record Read(
      long contact,
      Locator.Whereabouts place,
      @Nullable String own,
      String usual,
      @Nullable String listZone,
      int chain,
      @Nullable String value,
      @Nullable String state,
      String zones,
      @Nullable String type) {}

  private record Found(Read read, ZoneKey zones, @Nullable String state, @Nullable String type) {
    boolean isNew() {
      return !zones.value().equals(read.zones())
          || !Objects.equals(state, read.state())
          || !Objects.equals(type, read.type());
    }
  }

  Batch after(long contact) {
    var read = read(contact);
    if (read.isEmpty()) {
      return new Batch(0, 0, 0, 0, 0);
    }
    List<Found> changes = new ArrayList<>();
    long devices = 0;
    for (var device : read) {
      if (device.value() != null) {
        devices++;
        var found = found(device, device.value());
        if (found.isNew()) {
          changes.add(found);
        }
      }
    }
    long last = read.get(read.size() - 1).contact();
    long contacts = read.stream().mapToLong(Read::contact).distinct().count();
    int changed = changes.isEmpty() ? 0 : write(changes);
    writeOwn(read);
    int records =
        RecordZones.follow(handle, tenant, list, new RecordZones.Span(contact, last), now);
    return new Batch(last, contacts, devices, changed, records);
  }

  private List<Read> read(long after) {
    return handle
        .createQuery(READ)
        .define("contacts", Partitions.contacts(list.value()))
        .define("devices", Partitions.devices(list.value()))
        .bind("list", list.value())
        .bind("after", after)
        .bind("limit", AT_ONCE)
        .map((row, ctx) -> read(row))
        .list();
  }

  private static Read read(ResultSet row) throws SQLException {
    return new Read(
        row.getLong("contact_id"),
        new Locator.Whereabouts(
            row.getString("time_zone"),
            row.getString("country"),
            row.getString("postal_code"),
            row.getString("state")),
        row.getString("postal_zones"),
        row.getString("usual"),
        row.getString("list_zone"),
        row.getInt("chain_n"),
        row.getString("value"),
        row.getString("device_state"),
        row.getString("zone_key"),
        row.getString("line_type"));
  }

  private Found found(Read read, String value) {
    var terms = CookTerms.of(read.usual(), read.listZone(), locator);
    var contact = terms.whereabouts(read.place());
    var facts = locator.stored(value);
    if (facts == null) {
      return new Found(
          read, terms.zones(value, ZoneKey.UNKNOWN, contact), read.state(), read.type());
    }
    LineType type = facts.lineType();
    return new Found(
        read,
        terms.zones(value, facts.zones(), contact),
        facts.state(),
        type == null ? null : type.code());
  }

  /** A zone that is given stands; what a postal code tells may be known otherwise now. */
  private void writeOwn(List<Read> read) {
    Map<Long, Read> changed = new LinkedHashMap<>();
    for (var contact : read) {
      if (contact.place().zone() == null
          && contact.place().postalCode() != null
          && !Objects.equals(own(contact), contact.own())) {
        changed.put(contact.contact(), contact);
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    var all = changed.values();
    handle
        .createUpdate(WRITE_OWN)
        .define("contacts", Partitions.contacts(list.value()))
        .bind("list", list.value())
        .bindArray("contacts", Long.class, List.copyOf(changed.keySet()))
        .bindArray("codes", String.class, all.stream().map(c -> c.place().postalCode()).toArray())
        .bindArray("countries", String.class, all.stream().map(c -> c.place().country()).toArray())
        .bindArray("zones", String.class, all.stream().map(this::own).toArray())
        .execute();
  }

  private @Nullable String own(Read read) {
    var zones = locator.ownZones(read.place().usually(read.usual()));
    return zones.isUnknown() ? null : zones.value();
  }

  private int write(List<Found> changes) {
    return handle
        .createUpdate(WRITE)
        .define("devices", Partitions.devices(list.value()))
        .bind("list", list.value())
        .bindArray("contacts", Long.class, changes.stream().map(c -> c.read().contact()).toList())
        .bindArray("chain", Integer.class, changes.stream().map(c -> c.read().chain()).toList())
        .bindArray("values", String.class, changes.stream().map(c -> c.read().value()).toArray())
        .bindArray("was", String.class, changes.stream().map(c -> c.read().zones()).toList())
        .bindArray("zones", String.class, changes.stream().map(c -> c.zones().value()).toList())
        .bindArray("states", String.class, changes.stream().map(Found::state).toArray())
        .bindArray("types", String.class, changes.stream().map(Found::type).toArray())
        .execute();
  }
}
