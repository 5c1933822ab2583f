package io.beckon.persistence.filedrop;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropWork;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a watched place fills and starts must be there when the place is named. */
final class Targets {
  private Targets() {}

  static void check(Handle handle, TenantId tenant, DropSettings settings) {
    var work = settings.work();
    list(handle, tenant, "contact_list", "contactListId", work.contactListId());
    list(handle, tenant, "suppression_list", "suppressionListId", work.suppressionListId());
    group(handle, tenant, work);
    template(handle, tenant, work.templateId());
    OptionTargets.check(handle, tenant, work);
    export(handle, tenant, work.export());
  }

  private static void template(Handle handle, TenantId tenant, @Nullable String template) {
    if (template == null) {
      return;
    }
    boolean there =
        handle
            .createQuery(
                "SELECT EXISTS (SELECT FROM campaign_template"
                    + " WHERE tenant_id = :tenant AND template_id::text = :id)")
            .bind("tenant", tenant.value())
            .bind("id", template)
            .mapTo(Boolean.class)
            .one();
    if (!there) {
      throw new InvalidField(
          "templateId", "must be the id of a campaign template of your tenant, was " + template);
    }
  }

  private static void list(
      Handle handle, TenantId tenant, String table, String field, @Nullable String list) {
    if (list == null) {
      return;
    }
    var there =
        handle
            .createQuery(
                "SELECT 1 FROM %s WHERE tenant_id = :tenant AND list_id::text = :list"
                        .formatted(table)
                    + " AND deleted_at IS NULL")
            .bind("tenant", tenant.value())
            .bind("list", list)
            .mapTo(Integer.class)
            .findOne();
    if (there.isEmpty()) {
      throw new InvalidField(
          field, "must be the id of a " + table.replace('_', ' ') + " of your tenant, was " + list);
    }
  }

  private static void export(Handle handle, TenantId tenant, @Nullable DropExport export) {
    if (export == null) {
      return;
    }
    SelectionRuleRows.named(handle, tenant, export.selectionRuleId());
    var recipient = export.recipientId();
    if (recipient != null
        && handle
            .createQuery("SELECT 1 FROM pgp_recipient WHERE tenant_id = ? AND recipient_id = ?")
            .bind(0, tenant.value())
            .bind(1, recipient.value())
            .mapTo(Integer.class)
            .findOne()
            .isEmpty()) {
      throw new InvalidField(
          "export.recipientId",
          "must be the id of a PGP recipient of your tenant, was " + recipient);
    }
  }

  private static void group(Handle handle, TenantId tenant, DropWork work) {
    var group = work.campaignGroupId();
    if (group == null) {
      return;
    }
    boolean dialsIt =
        handle
            .createQuery(
                "SELECT settings FROM campaign_group WHERE tenant_id = :tenant AND group_id = :id")
            .bind("tenant", tenant.value())
            .bind("id", group.value())
            .mapTo(String.class)
            .findOne()
            .map(json -> JsonColumn.read(json, GroupSettings.class))
            .filter(
                s ->
                    s.lists().stream()
                        .anyMatch(l -> l.id().toString().equals(work.contactListId())))
            .isPresent();
    if (!dialsIt) {
      throw new InvalidField(
          "campaignGroupId",
          "must be the id of a campaign group of your tenant that dials contact list "
              + work.contactListId()
              + ", was "
              + group);
    }
  }
}
