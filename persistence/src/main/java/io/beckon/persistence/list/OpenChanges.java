package io.beckon.persistence.list;

import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Changes of contacts that imports keep aside until they are completed. */
public final class OpenChanges {
  private static final String OPEN =
      """
      SELECT import_id FROM import WHERE tenant_id = ? AND state IN ('QUEUED', 'RUNNING')
        AND to_regclass('contact_change_' || import_id) IS NOT NULL
      """;

  private OpenChanges() {}

  /** Takes devices and Client IDs out of them: they come to no contact any more. */
  public static void forget(
      Handle handle, TenantId tenant, Collection<String> devices, Collection<String> clients) {
    for (var id : open(handle, tenant)) {
      handle
          .createUpdate("DELETE FROM <table> WHERE value = ANY (:values)")
          .define("table", ChangeTables.devices(id))
          .bindArray("values", String.class, devices)
          .execute();
      handle
          .createUpdate("DELETE FROM <table> WHERE client_id = ANY (:values)")
          .define("table", ChangeTables.changes(id))
          .bindArray("values", String.class, clients)
          .execute();
    }
  }

  private static List<ImportId> open(Handle handle, TenantId tenant) {
    return handle
        .createQuery(OPEN)
        .bind(0, tenant.value())
        .mapTo(Long.class)
        .map(ImportId::new)
        .list();
  }
}
