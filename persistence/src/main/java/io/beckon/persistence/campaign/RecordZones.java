package io.beckon.persistence.campaign;

import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Lets records of campaign groups follow when zones of devices have been found out anew. */
public final class RecordZones {
  /** A record that waited for its zone to open is looked at again: the zone is another one. */
  private static final String FOLLOW =
      """
      UPDATE dial_record r SET zone_key = d.zone_key, country = d.country, region = d.state,
        contact_zone = coalesce(c.time_zone, c.postal_zones, ''), contact_state = <state>,
        ready_at = CASE WHEN r.zone_wait AND r.state = 'R' THEN least(r.ready_at, :now)
          ELSE r.ready_at END
      FROM <devices> d JOIN <contacts> c ON c.list_id = :list AND c.contact_id = d.contact_id
      WHERE r.group_id IN (SELECT group_id FROM campaign_group WHERE tenant_id = :tenant)
        AND r.list_id = :list AND r.contact_id > :after AND r.contact_id <= :last
        AND r.state <> 'F' AND d.list_id = :list AND d.contact_id = r.contact_id
        AND d.value = r.device
        AND (r.zone_key, r.country, r.region, r.contact_state, r.contact_zone) IS DISTINCT FROM
          (d.zone_key, d.country, d.state, <state>, coalesce(c.time_zone, c.postal_zones, ''))
      """;

  /** A state of the device's country; of another one it says nothing of the device. */
  private static final String STATE =
      "CASE WHEN c.country IS NULL OR d.country IS NULL OR c.country = d.country"
          + " THEN c.state END";

  private static final String ANY =
      """
      SELECT count(*) > 0 FROM campaign_group
      WHERE tenant_id = :tenant AND settings -> 'lists' @> :list::jsonb
      """;

  private RecordZones() {}

  /**
   * Of contacts behind {@code after} up to {@code last}.
   *
   * @return how many records changed
   */
  public static int follow(
      Handle handle, TenantId tenant, ContactListId list, Span contacts, Instant now) {
    return handle
        .createUpdate(FOLLOW)
        .define("devices", "device_" + list.value())
        .define("state", STATE)
        .define("contacts", "contact_" + list.value())
        .bind("tenant", tenant.value())
        .bind("list", list.value())
        .bind("after", contacts.after())
        .bind("last", contacts.last())
        .bind("now", now)
        .execute();
  }

  /** Contact ids behind one up to another. */
  public record Span(long after, long last) {}

  /** Whether a group names the list at all. */
  public static boolean isUsed(Handle handle, TenantId tenant, ContactListId list) {
    return handle
        .createQuery(ANY)
        .bind("tenant", tenant.value())
        .bind("list", "[{\"id\":\"" + list.value() + "\"}]")
        .mapTo(Boolean.class)
        .one();
  }
}
