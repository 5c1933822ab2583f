package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The marks of people who were erased. */
public final class ErasedMarks {
  /** Its name space for advisory locks on tenants: writing contacts shares, erasing excludes. */
  private static final int LOCK = 6;

  private ErasedMarks() {}

  /** All of a tenant; without any where there are none. */
  static ErasedPeople all(Handle handle, TenantId tenant) {
    var marks =
        handle
            .createQuery("SELECT mark FROM erased WHERE tenant_id = ?")
            .bind(0, tenant.value())
            .mapTo(String.class)
            .set();
    return marks.isEmpty() ? ErasedPeople.NONE : people(handle, tenant, marks);
  }

  /**
   * Those of the given devices and Client IDs who were erased. Until the transaction ends nobody
   * else is: what it writes, an erasure finds.
   */
  public static ErasedPeople among(
      Handle handle, TenantId tenant, Collection<String> devices, Collection<String> clientIds) {
    handle.execute("SELECT pg_advisory_xact_lock_shared(?, hashtext(?))", LOCK, tenant.value());
    boolean any =
        handle
            .createQuery("SELECT EXISTS (SELECT FROM erased WHERE tenant_id = ?)")
            .bind(0, tenant.value())
            .mapTo(Boolean.class)
            .one();
    if (!any) {
      return ErasedPeople.NONE;
    }
    var key = people(handle, tenant, Set.of());
    List<String> marks = new ArrayList<>(devices.size() + clientIds.size());
    devices.forEach(device -> marks.add(key.ofDevice(device)));
    clientIds.forEach(id -> marks.add(key.ofClient(id)));
    var found =
        handle
            .createQuery(
                "SELECT mark FROM erased WHERE tenant_id = :tenant AND mark = ANY (:marks)")
            .bind("tenant", tenant.value())
            .bindArray("marks", String.class, marks)
            .mapTo(String.class)
            .set();
    return found.isEmpty() ? ErasedPeople.NONE : people(handle, tenant, found);
  }

  static void lock(Handle handle, TenantId tenant) {
    handle.execute("SELECT pg_advisory_xact_lock(?, hashtext(?))", LOCK, tenant.value());
  }

  static ErasedPeople people(Handle handle, TenantId tenant, Set<String> marks) {
    byte[] key =
        handle
            .createQuery("SELECT hmac_key FROM tenant WHERE tenant_id = ?")
            .bind(0, tenant.value())
            .mapTo(byte[].class)
            .one();
    return new ErasedPeople(key, marks);
  }
}
