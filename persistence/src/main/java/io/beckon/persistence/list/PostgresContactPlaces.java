package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactPlaces;
import io.beckon.protocol.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks a Client ID up on the lists of its tenant: by index, and in their own tables only. */
public final class PostgresContactPlaces implements ContactPlaces {
  /** Contacts of one Client ID that are looked at, the newest ones. */
  private static final int MOST = 100;

  private static final String LISTS =
      "SELECT list_id FROM contact_list WHERE tenant_id = ? AND deleted_at IS NULL";

  private static final String PLACES =
      """
      SELECT coalesce(c.time_zone, c.postal_zones, '') AS own, coalesce(d.zone_key, '') AS zones,
        c.country, c.state
      FROM contact c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      LEFT JOIN device d ON d.list_id = c.list_id AND d.contact_id = c.contact_id
        AND d.list_id = ANY (:lists) AND d.value = :device
      WHERE c.list_id = ANY (:lists) AND c.tenant_id = :tenant AND c.client_id = :client
      ORDER BY c.contact_id DESC LIMIT :most
      """;

  private record Row(
      ZoneKey own, ZoneKey zones, @Nullable String country, @Nullable String state) {}

  private final Database database;

  public PostgresContactPlaces(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Known> of(TenantId tenant, String clientId, Device device) {
    return database.withHandle(h -> known(rows(h, tenant, clientId, device)));
  }

  private static List<Row> rows(Handle handle, TenantId tenant, String clientId, Device device) {
    List<Long> lists = handle.createQuery(LISTS).bind(0, tenant.value()).mapTo(Long.class).list();
    return lists.isEmpty()
        ? List.of()
        : handle
            .createQuery(PLACES)
            .bindArray("lists", Long.class, lists)
            .bind("tenant", tenant.value())
            .bind("client", clientId)
            .bind("device", device.value())
            .bind("most", MOST)
            .map(
                (row, ctx) ->
                    new Row(
                        new ZoneKey(row.getString("own")),
                        new ZoneKey(row.getString("zones")),
                        row.getString("country"),
                        row.getString("state")))
            .list();
  }

  private static Known known(List<Row> rows) {
    var own = ZoneKey.UNKNOWN;
    var zones = ZoneKey.UNKNOWN;
    Set<Known.Place> places = new HashSet<>();
    for (var row : rows) {
      own = own.and(row.own());
      zones = zones.and(row.zones());
      if (row.state() != null) {
        places.add(new Known.Place(row.country(), row.state()));
      }
    }
    return new Known(zones, own, places);
  }
}
