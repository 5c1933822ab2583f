package io.beckon.persistence.campaign;

import io.beckon.persistence.dialing.RecordTable;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;

/**
 * Records whose contact is on its list no more become final with the result CANCEL_RECORD, unless
 * an attempt is in flight: that one ends first.
 */
public final class GoneContacts {
  private static final String FINISH =
      """
      UPDATE <records> SET state = 'F', call_result = :result
      WHERE group_id = :group AND record_id IN (
        SELECT r.record_id FROM <records> r
        WHERE r.group_id = :group AND r.list_id = :list AND r.state IN ('R', 'W')
          AND NOT EXISTS (SELECT 1 FROM <contacts> c
            JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
            WHERE c.list_id = :list AND c.contact_id = r.contact_id)
        LIMIT :limit FOR UPDATE OF r SKIP LOCKED)
      """;

  private GoneContacts() {}

  /**
   * Finishes up to so many records, in whatever groups of the tenant.
   *
   * @return whether there may be more
   */
  public static boolean finish(Handle handle, TenantId tenant, ContactListId list, int limit) {
    int left = limit;
    for (var group : groups(handle, tenant)) {
      left -= left == 0 ? 0 : finish(handle, group, list, left);
    }
    return left < limit;
  }

  private static java.util.List<GroupId> groups(Handle handle, TenantId tenant) {
    return handle
        .createQuery("SELECT group_id FROM campaign_group WHERE tenant_id = ? ORDER BY group_id")
        .bind(0, tenant.value())
        .map((row, ctx) -> new GroupId(row.getLong(1)))
        .list();
  }

  private static int finish(Handle handle, GroupId group, ContactListId list, int limit) {
    return handle
        .createUpdate(FINISH)
        .define("records", RecordTable.of(group))
        .define("contacts", "contact_" + list.value())
        .bind("group", group.value())
        .bind("list", list.value())
        .bind("result", CallResult.CANCEL_RECORD.code())
        .bind("limit", limit)
        .execute();
  }
}
