package io.beckon.persistence.dialing;

import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads fields of the contacts of claimed records, for the rules that look at them. */
final class ContactFields {
  /** Fields every contact has, and their columns; any other name is one of {@code other}. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "clientId", "client_id",
          "firstName", "first_name",
          "lastName", "last_name",
          "company", "company",
          "timeZone", "time_zone",
          "postalCode", "postal_code",
          "state", "state",
          "country", "country");

  private ContactFields() {}

  static Map<ContactId, Map<String, String>> of(
      Handle h, TenantId tenant, List<ClaimedRecord> records, Set<String> names) {
    List<String> wanted = List.copyOf(names);
    Map<ContactId, Map<String, String>> found = new HashMap<>();
    records.forEach(r -> found.put(r.contact(), blank(wanted)));
    Map<ContactListId, List<ClaimedRecord>> byList =
        records.stream().collect(Collectors.groupingBy(ClaimedRecord::list));
    byList.forEach((list, some) -> read(h, tenant, some, wanted, found));
    return found;
  }

  private static Map<String, String> blank(List<String> names) {
    return names.stream().collect(Collectors.toMap(name -> name, name -> ""));
  }

  private static void read(
      Handle h,
      TenantId tenant,
      List<ClaimedRecord> records,
      List<String> names,
      Map<ContactId, Map<String, String>> found) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String column = COLUMNS.get(names.get(i));
      columns.add(column == null ? "other ->> :name" + i : column);
    }
    var query =
        h.createQuery(
                "SELECT contact_id, "
                    + String.join(", ", columns)
                    + " FROM contact WHERE tenant_id = :tenant AND list_id = :list"
                    + " AND contact_id = ANY (:contacts)")
            .bind("tenant", tenant.value())
            .bind("list", records.get(0).list().value())
            .bindArray(
                "contacts", Long.class, records.stream().map(r -> r.contact().value()).toList());
    for (int i = 0; i < names.size(); i++) {
      if (!COLUMNS.containsKey(names.get(i))) {
        query.bind("name" + i, names.get(i));
      }
    }
    query
        .map(
            (row, context) -> {
              Map<String, String> values = new HashMap<>();
              for (int i = 0; i < names.size(); i++) {
                String value = row.getString(i + 2);
                values.put(names.get(i), value == null ? "" : value);
              }
              return Map.entry(new ContactId(row.getLong(1)), values);
            })
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
  }
}
