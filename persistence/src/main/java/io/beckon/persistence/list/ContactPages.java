package io.beckon.persistence.list;

import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads contacts of one list; each way to search follows an index of the list's own tables. */
final class ContactPages {
  private static final String SELECT =
      """
      SELECT c.*, c.xmin::text::bigint AS revision,
        (SELECT json_agg(json_build_object('value', d.value, 'country', d.country,
          'state', d.state, 'zones', CASE WHEN d.zone_key = '' THEN '[]'::json
            ELSE array_to_json(string_to_array(d.zone_key, '|')) END) ORDER BY d.chain_n)
        FROM <devices> d WHERE d.list_id = :list AND d.contact_id = c.contact_id) AS devices
      FROM <contacts> c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND c.contact_id > :after <where>
      ORDER BY c.contact_id LIMIT :limit
      """;

  private static final String BY_DEVICE =
      "c.contact_id IN (SELECT d.contact_id FROM <devices> d WHERE d.value = ANY (:%s))";

  private final Handle handle;
  private final TenantId tenant;
  private final ContactListId list;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ContactPages(Handle handle, TenantId tenant, ContactListId list) {
    this.handle = handle;
    this.tenant = tenant;
    this.list = list;
  }

  static List<ContactView> page(
      Handle handle,
      TenantId tenant,
      ContactListId list,
      ContactSearch search,
      long after,
      int limit) {
    var pages = new ContactPages(handle, tenant, list);
    pages.conditions(search, after, limit);
    return pages.read(after, limit);
  }

  static Optional<ContactView> one(
      Handle handle, TenantId tenant, ContactListId list, ContactId id) {
    var found = new ContactPages(handle, tenant, list).read(id.value() - 1, 1);
    return found.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  private List<ContactView> read(long after, int limit) {
    var where = conditions.stream().reduce("", (all, one) -> all + " AND " + one);
    var query =
        handle
            .createQuery(SELECT)
            .define("where", where.replace("<devices>", Partitions.devices(list.value())))
            .define("contacts", Partitions.contacts(list.value()))
            .define("devices", Partitions.devices(list.value()))
            .bind("tenant", tenant.value())
            .bind("list", list.value())
            .bind("after", after)
            .bind("limit", limit);
    values.forEach(
        (name, value) -> {
          if (value instanceof Set<?> many) {
            query.bindArray(name, String.class, many);
          } else {
            query.bind(name, value);
          }
        });
    return query.map(new ContactRow()).list();
  }

  private void conditions(ContactSearch search, long after, int limit) {
    if (search.clientId() != null) {
      add("c.client_id = :client", "client", search.clientId());
    }
    if (search.device() != null) {
      add(BY_DEVICE.formatted("devices"), "devices", asWritten(search.device()));
    }
    if (search.name() != null) {
      conditions.add(names(search.name(), "name"));
    }
    if (search.any() != null) {
      any(search.any(), after, limit);
    }
  }

  /** Each way by its own index, and no further than the page needs. */
  private void any(String text, long after, int limit) {
    var own = Partitions.contacts(list.value());
    var some =
        "(SELECT c.contact_id FROM "
            + own
            + " c WHERE c.contact_id > :after AND %s"
            + " ORDER BY c.contact_id LIMIT :limit)";
    add(
        "c.contact_id IN ("
            + some.formatted("c.client_id = :any")
            + " UNION ALL "
            + some.formatted(BY_DEVICE.formatted("anyDevice"))
            + " UNION ALL "
            + some.formatted(names(text, "anyName"))
            + ")",
        "any",
        text);
    values.put("anyDevice", asWritten(text));
  }

  private String names(String text, String name) {
    List<String> words = new ArrayList<>();
    int n = 0;
    for (var word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
      var own = name + n++;
      var range = "~>=~ :" + own + " AND lower(c.%s) ~<=~ :" + own + "End";
      words.add(
          "(lower(c.first_name) "
              + range.formatted("first_name")
              + " OR lower(c.last_name) "
              + range.formatted("last_name")
              + ")");
      values.put(own, word);
      values.put(own + "End", word + "\udbff\udfff");
    }
    return "(" + String.join(" AND ", words) + ")";
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  /** What the list may hold for a device that somebody writes in their own way. */
  private Set<String> asWritten(String text) {
    Set<String> values = new LinkedHashSet<>(List.of(text, text.toLowerCase(Locale.ROOT)));
    var country =
        handle
            .createQuery(
                "SELECT coalesce(l.country, t.settings ->> 'country', t.country)"
                    + " FROM contact_list l JOIN tenant t USING (tenant_id) WHERE l.list_id = ?")
            .bind(0, list.value())
            .mapTo(String.class)
            .one();
    if (PhoneNumbers.parse(text, country) instanceof PhoneReading.Dialable number) {
      values.add(number.facts().device().value());
    }
    return values;
  }
}
