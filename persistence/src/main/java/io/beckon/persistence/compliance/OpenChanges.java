package io.beckon.persistence.compliance;

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

  /** The import's table of changed contacts. */
  public static String contacts(ImportId id) {
    return "contact_change_" + id;
  }

  /** The import's table of the devices of changed contacts. */
  public static String devices(ImportId id) {
    return "device_change_" + id;
  }

  /** Takes devices and Client IDs out of them: they come to no contact any more. */
  static void forget(
      Handle handle, TenantId tenant, Collection<String> devices, Collection<String> clients) {
    for (var id : open(handle, tenant)) {
      handle
          .createUpdate("DELETE FROM <table> WHERE value = ANY (:values)")
          .define("table", devices(id))
          .bindArray("values", String.class, devices)
          .execute();
      handle
          .createUpdate("DELETE FROM <table> WHERE client_id = ANY (:values)")
          .define("table", contacts(id))
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
