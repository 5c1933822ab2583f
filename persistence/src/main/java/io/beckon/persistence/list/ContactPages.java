package io.beckon.persistence.list;

import io.beckon.persistence.LineTypeSql;
import io.beckon.persistence.Pages;
import io.beckon.persistence.list.search.ContactFinder;
import io.beckon.persistence.list.search.Found;
import io.beckon.persistence.list.search.ListRows;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads contacts of one list, in the order they came. */
final class ContactPages {
  private static final String SELECT =
      """
      SELECT c.*, c.xmin::text::bigint AS revision,
        (SELECT json_agg(json_build_object('value', d.value, 'country', d.country,
          'state', d.state, 'lineType', <line_type>, 'zones', CASE WHEN d.zone_key = '' THEN '[]'::json
            ELSE array_to_json(string_to_array(d.zone_key, '|')) END) ORDER BY d.chain_n)
        FROM <devices> d WHERE d.list_id = :list AND d.contact_id = c.contact_id) AS devices
      FROM <from> c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND <which>
      ORDER BY c.contact_id LIMIT :limit
      """;

  private static final String NAMED =
      """
      unnest(:ids) AS named (id) CROSS JOIN LATERAL (
        SELECT *, xmin FROM %s WHERE list_id = :list AND contact_id = named.id LIMIT 1)
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

  /** Within a transaction of its own. */
  static Page<ContactView> page(
      Handle handle, TenantId tenant, ContactListId list, ContactSearch search, PageRequest page) {
    ContactFinder.byIndex(handle);
    var pages = new ContactPages(handle, tenant, list, page.afterNumber(0), page.limit() + 1);
    return search.equals(ContactSearch.ALL)
        ? Pages.of(pages.all(), page, c -> c.id().toString())
        : pages.found(search, page.limit());
  }

  static Optional<ContactView> one(
      Handle handle, TenantId tenant, ContactListId list, ContactId id) {
    var pages = new ContactPages(handle, tenant, list, 0, 1);
    return pages
        .read(
            pages.contacts(), "c.contact_id = :contact", query -> query.bind("contact", id.value()))
        .stream()
        .findFirst();
  }

  private String contacts() {
    return Partitions.contacts(list.value());
  }

  private List<ContactView> read(String from, String which, Consumer<Query> bind) {
    var query =
        handle
            .createQuery(SELECT)
            .define("which", which)
            .define("line_type", LineTypeSql.name("d.line_type"))
            .define("from", from)
            .define("devices", Partitions.devices(list.value()))
            .bind("tenant", tenant.value())
            .bind("list", list.value())
            .bind("limit", limit);
    bind.accept(query);
    return query.map(new ContactRow()).list();
  }

  private List<ContactView> all() {
    return read(contacts(), "c.contact_id > :after", query -> query.bind("after", after));
  }

  private Page<ContactView> found(ContactSearch search, int wanted) {
    var rows = new ListRows(handle, tenant, list, contacts(), Partitions.devices(list.value()));
    var found = ContactFinder.find(rows, search, after, limit);
    boolean more = found.ids().size() > wanted;
    var ids = more ? found.ids().subList(0, wanted) : found.ids();
    long till = more ? ids.get(wanted - 1) : found.till();
    var contacts =
        read(NAMED.formatted(contacts()), "true", q -> q.bindArray("ids", Long.class, ids));
    return new Page<>(contacts, till == Found.END ? null : Long.toString(till));
  }
}
