package io.beckon.persistence.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;

/** The contact list a watched place fills must be there when the place is named. */
final class TargetList {
  private TargetList() {}

  static void check(Handle handle, TenantId tenant, DropSettings settings) {
    var list = settings.contactListId();
    if (list == null) {
      return;
    }
    if (settings.actionOrUsual() != DropAction.IMPORT_CONTACTS) {
      throw new InvalidField(
          "contactListId", "goes with IMPORT_CONTACTS only, was " + settings.actionOrUsual());
    }
    var there =
        handle
            .createQuery(
                """
                SELECT 1 FROM contact_list
                WHERE tenant_id = :tenant AND list_id::text = :list AND deleted_at IS NULL
                """)
            .bind("tenant", tenant.value())
            .bind("list", list)
            .mapTo(Integer.class)
            .findOne();
    if (there.isEmpty()) {
      throw new InvalidField(
          "contactListId", "must be the id of a contact list of your tenant, was " + list);
    }
  }
}
