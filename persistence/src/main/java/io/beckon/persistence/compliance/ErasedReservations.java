package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What external OCSs have booked for people who are erased. */
final class ErasedReservations {
  private ErasedReservations() {}

  /**
   * Those of their devices go. Those of other devices still count for them, under a mark instead of
   * the Client ID.
   */
  static void forget(Handle handle, TenantId tenant, Set<String> devices, Set<String> clients) {
    handle
        .createUpdate(
            "DELETE FROM ocs_reservation WHERE tenant_id = :tenant AND device = ANY (:devices)")
        .bind("tenant", tenant.value())
        .bindArray("devices", String.class, devices)
        .execute();
    var key = ErasedMarks.people(handle, tenant, Set.of());
    for (var client : clients) {
      handle.execute(
          "UPDATE ocs_reservation SET client_id = ? WHERE tenant_id = ? AND client_id = ?",
          ErasedPeople.PREFIX + key.ofClient(client),
          tenant.value(),
          client);
    }
  }
}
