package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People on a list of a real database, and whom a rule selects of them in Java. */
record SelectedPeople(Database database, ContactListId list, List<CookedContact> people) {
  static final TenantId TENANT = TenantId.DEFAULT;

  static SelectedPeople of(List<CookedContact> people) {
    var database = TestPostgres.freshDatabase();
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES ('default', 'Default', 'US', '\\x00', now())"
                        + " ON CONFLICT DO NOTHING"));
    var lists = new PostgresContactLists(database, Clock.systemUTC());
    var list =
        lists.create(TENANT, ContactListSettings.named("people")).toCompletableFuture().join().id();
    long imported =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256,"
                                + " options, bytes_total, heard_at, created_at) VALUES ('default',"
                                + " 'CONTACTS', ?, 'COMPLETED', '', '', '{}', 1, now(), now())"
                                + " RETURNING import_id")
                        .bind(0, list.value())
                        .mapTo(Long.class)
                        .one());
    var fence = new LoadFence(ListRef.of(TENANT, list), new ImportId(imported), 1);
    database.jdbi().useTransaction(h -> ContactRows.copy(h, fence, people));
    return new SelectedPeople(database, list, people);
  }

  /** Row and device of each. */
  Set<String> inJava(SelectionRule rule) {
    var matcher = RuleMatcher.of(rule);
    Set<String> found = new HashSet<>();
    for (var person : people) {
      matcher.selected(person).forEach(d -> found.add(person.row() + " " + d.value()));
    }
    return found;
  }

  /** The same, as a query without its condition. */
  String query() {
    return "SELECT c.row_no || ' ' || d.value FROM contact c"
        + " JOIN device d USING (list_id, contact_id) WHERE c.list_id = "
        + list.value()
        + " AND ";
  }

  /** Whether a rule tells some of them from others. */
  boolean isTelling(Set<String> selected) {
    return !selected.isEmpty() && selected.size() <= people.size();
  }
}
