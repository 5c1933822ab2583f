package io.beckon.persistence.campaign;

import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Refuses settings that name a list which is not the tenant's. */
final class GroupReferences {
  private GroupReferences() {}

  static void check(Handle h, TenantId tenant, GroupSettings settings) {
    all(
        h,
        tenant,
        "contact_list",
        settings.lists().stream().map(l -> l.id().value()).toList(),
        "contact list");
    all(
        h,
        tenant,
        "suppression_list",
        settings.suppressionListIds().stream().map(SuppressionListId::value).toList(),
        "suppression list");
    settings.lists().forEach(l -> SelectionRuleRows.named(h, tenant, l.selectionRuleId()));
  }

  private static void all(Handle h, TenantId tenant, String table, List<Long> ids, String what) {
    Set<Long> missing = new HashSet<>(ids);
    h.createQuery(
            """
            SELECT list_id FROM <table>
            WHERE tenant_id = :tenant AND list_id = ANY (:ids) AND deleted_at IS NULL
            """)
        .define("table", table)
        .bind("tenant", tenant.value())
        .bindArray("ids", Long.class, ids)
        .mapTo(Long.class)
        .forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new RefusedException(
          Refusal.invalid(
              "UNKNOWN_LIST",
              "There is no " + what + " " + missing.iterator().next() + " here.",
              "Check the id, and that it belongs to your tenant."));
    }
  }
}
