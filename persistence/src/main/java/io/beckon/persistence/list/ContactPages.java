package io.beckon.persistence.list;

import io.beckon.persistence.LineTypeSql;
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
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads contacts of one list; each way to search follows an index of the list's own tables. */
final class ContactPages {
  private static final String SELECT =
      """
      SELECT c.*, c.xmin::text::bigint AS revision,
        (SELECT json_agg(json_build_object('value', d.value, 'country', d.country,
          'state', d.state, 'lineType', <line_type>, 'zones', CASE WHEN d.zone_key = '' THEN '[]'::json
            ELSE array_to_json(string_to_array(d.zone_key, '|')) END) ORDER BY d.chain_n)
        FROM <devices> d WHERE d.list_id = :list AND d.contact_id = c.contact_id) AS devices
      FROM <contacts> c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND <which>
      ORDER BY c.contact_id LIMIT :limit
      """;

  private static final String IDS =
      """
      SELECT c.contact_id FROM <contacts> c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND c.contact_id > :after <where>
      ORDER BY c.contact_id LIMIT :limit
      """;

  private static final String IDS_BY_LINE_TYPE =
      """
      SELECT DISTINCT d.contact_id FROM <devices> d
      JOIN import i ON i.import_id = d.import_id AND i.state = 'COMPLETED'
      WHERE d.list_id = :list AND d.tenant_id = :tenant AND d.contact_id > :after
        AND d.line_type = :lineType::"char"
      ORDER BY d.contact_id LIMIT :limit
      """;

  private static final String HAS_LINE_TYPE =
      """
      EXISTS (SELECT FROM %s d WHERE d.list_id = :list AND d.contact_id = c.contact_id
        AND d.line_type = :lineType::"char")
      """;

  private final Handle handle;
  private final TenantId tenant;
  private final ContactListId list;
  private final long after;
  private final int limit;

  private ContactPages(Handle handle, TenantId tenant, ContactListId list, long after, int limit) {
    this.handle = handle;
    this.tenant = tenant;
    this.list = list;
    this.after = after;
    this.limit = limit;
  }

  static List<ContactView> page(
      Handle handle,
      TenantId tenant,
      ContactListId list,
      ContactSearch search,
      long after,
      int limit) {
    var pages = new ContactPages(handle, tenant, list, after, limit);
    return search.equals(ContactSearch.ALL)
        ? pages.read("c.contact_id > :after", query -> query.bind("after", after))
        : pages.read(
            "c.contact_id = ANY (:ids)",
            query -> query.bindArray("ids", Long.class, pages.ids(search)));
  }

  static Optional<ContactView> one(
      Handle handle, TenantId tenant, ContactListId list, ContactId id) {
    var pages = new ContactPages(handle, tenant, list, 0, 1);
    return pages
        .read("c.contact_id = :contact", query -> query.bind("contact", id.value()))
        .stream()
        .findFirst();
  }

  private List<ContactView> read(String which, Consumer<Query> bind) {
    var query =
        handle
            .createQuery(SELECT)
            .define("which", which)
            .define("line_type", LineTypeSql.name("d.line_type"))
            .define("contacts", Partitions.contacts(list.value()))
            .define("devices", Partitions.devices(list.value()))
            .bind("tenant", tenant.value())
            .bind("list", list.value())
            .bind("limit", limit);
    bind.accept(query);
    return query.map(new ContactRow()).list();
  }

  /** Of the page, in order; each way to search for anything is gone by itself, by its own index. */
  private List<Long> ids(ContactSearch search) {
    Map<String, Object> given = new LinkedHashMap<>();
    List<String> all = new ArrayList<>();
    if (search.clientId() != null) {
      all.add(client(search.clientId(), given));
    }
    if (search.device() != null) {
      all.add(device(search.device(), given));
    }
    if (search.name() != null) {
      all.add(names(search.name(), "name", given));
    }
    if (search.lineType() != null) {
      given.put("lineType", search.lineType().code());
      if (all.isEmpty() && search.any() == null) {
        return ids(IDS_BY_LINE_TYPE, given);
      }
      all.add(HAS_LINE_TYPE.formatted(Partitions.devices(list.value())));
    }
    if (search.any() == null) {
      return ids(all, given);
    }
    Set<Long> found = new TreeSet<>();
    List<BiFunction<String, Map<String, Object>, String>> ways =
        List.of(this::client, this::device, (text, values) -> names(text, "any", values));
    for (var way : ways) {
      Map<String, Object> values = new LinkedHashMap<>(given);
      List<String> conditions = new ArrayList<>(all);
      conditions.add(way.apply(search.any(), values));
      found.addAll(ids(conditions, values));
    }
    return found.stream().limit(limit).toList();
  }

  private List<Long> ids(List<String> conditions, Map<String, Object> values) {
    return ids(IDS.replace("<where>", "AND " + String.join(" AND ", conditions)), values);
  }

  private List<Long> ids(String sql, Map<String, Object> values) {
    var query =
        handle
            .createQuery(sql)
            .define("contacts", Partitions.contacts(list.value()))
            .define("devices", Partitions.devices(list.value()))
            .bind("tenant", tenant.value())
            .bind("list", list.value())
            .bind("after", after)
            .bind("limit", limit);
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> many) {
            query.bindArray(name, Long.class, many);
          } else {
            query.bind(name, value);
          }
        });
    return query.mapTo(Long.class).list();
  }

  private String client(String clientId, Map<String, Object> values) {
    var name = "client" + values.size();
    values.put(name, clientId);
    return "c.client_id = :" + name;
  }

  private String device(String text, Map<String, Object> values) {
    var name = "device" + values.size();
    values.put(
        name,
        handle
            .createQuery("SELECT contact_id FROM <devices> WHERE value = ANY (:values)")
            .define("devices", Partitions.devices(list.value()))
            .bindArray("values", String.class, asWritten(text))
            .mapTo(Long.class)
            .list());
    return "c.contact_id = ANY (:" + name + ")";
  }

  private String names(String text, String name, Map<String, Object> values) {
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
