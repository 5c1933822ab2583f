package io.beckon.persistence.list;

import io.beckon.persistence.LineTypeSql;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Contacts of a list as a selection rule sees them: with those devices that it selects. */
public final class ListedContacts {
  private static final String COUNT =
      """
      SELECT count(DISTINCT c.contact_id) FROM contact c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      JOIN device d ON d.list_id = :list AND d.contact_id = c.contact_id
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND
      """;

  private static final String FIRST =
      """
      SELECT c.*, c.xmin::text::bigint AS revision, s.devices FROM contact c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('value', d.value, 'country', d.country,
          'state', d.state, 'lineType', <line_type>, 'zones', CASE WHEN d.zone_key = '' THEN '[]'::json
            ELSE array_to_json(string_to_array(d.zone_key, '|')) END) ORDER BY d.chain_n) AS devices
        FROM device d WHERE d.list_id = :list AND d.contact_id = c.contact_id AND %s) s
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND s.devices IS NOT NULL
      ORDER BY c.contact_id LIMIT :limit
      """;

  private ListedContacts() {}

  public static long count(Handle handle, TenantId tenant, ContactListId list, RuleSql selected) {
    return selected
        .bind(handle.createQuery(COUNT + selected.sql()))
        .bind("list", list.value())
        .bind("tenant", tenant.value())
        .mapTo(Long.class)
        .one();
  }

  /** The first so many in the order they came. */
  public static List<ContactView> first(
      Handle handle, TenantId tenant, ContactListId list, RuleSql selected, int limit) {
    return selected
        .bind(
            handle.createQuery(
                FIRST
                    .replace("%s", selected.sql())
                    .replace("<line_type>", LineTypeSql.name("d.line_type"))))
        .bind("list", list.value())
        .bind("tenant", tenant.value())
        .bind("limit", limit)
        .map(new ContactRow())
        .list();
  }
}
