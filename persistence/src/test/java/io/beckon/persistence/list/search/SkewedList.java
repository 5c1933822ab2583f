package io.beckon.persistence.list.search;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * A list without statistics on which whoever is rare stands at the end: of 100,000 contacts one
 * half is Ann and the other Bob; the last 3,000 share the Client ID {@code unknown} and a number,
 * and only the last one is a Zebra and has a phone of North America.
 */
final class SkewedList {
  static final int CONTACTS = 100_000;
  static final int SHARING = 3_000;
  static final Comparator<ContactView> ORDER = Comparator.comparingLong(c -> c.id().value());

  private static final TenantId TENANT = TenantId.DEFAULT;

  private final Database database = TestPostgres.freshDatabase();
  private final PostgresContacts contacts =
      new PostgresContacts(database, new CopySource(database, 1), Clock.systemUTC());
  private final ContactListId list;

  SkewedList() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES ('default', 'Default', 'US', '\\x00', now())"));
    var lists = new PostgresContactLists(database, Clock.systemUTC());
    list = now(lists.create(TENANT, ContactListSettings.named("skewed"))).id();
    database.jdbi().useTransaction(this::fill);
  }

  private void fill(Handle handle) {
    long importId =
        handle
            .createQuery(
                "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options,"
                    + " bytes_total, heard_at, created_at) VALUES ('default', 'CONTACTS', ?,"
                    + " 'COMPLETED', '', '', '{}', 0, now(), now()) RETURNING import_id")
            .bind(0, list.value())
            .mapTo(Long.class)
            .one();
    handle.execute(
        "INSERT INTO contact (tenant_id, list_id, contact_id, import_id, row_no, client_id,"
            + " first_name, last_name) SELECT 'default', ?, n, ?, n,"
            + " CASE WHEN n > ? THEN 'unknown' ELSE 'C' || n END,"
            + " (ARRAY['Ann', 'Bob'])[1 + n % 2], CASE WHEN n = ? THEN 'Zebra' ELSE 'L' || n END"
            + " FROM generate_series(1, ?) n",
        list.value(), importId, CONTACTS - SHARING, CONTACTS, CONTACTS);
    handle.execute(
        "INSERT INTO device (tenant_id, list_id, contact_id, chain_n, import_id, value, zone_key,"
            + " line_type) SELECT 'default', ?, n, 0, ?,"
            + " '+4474' || CASE WHEN n > ? THEN 99999999 ELSE 10000000 + n END, '',"
            + " (CASE WHEN n = ? THEN 'B' ELSE 'M' END)::\"char\" FROM generate_series(1, ?) n",
        list.value(),
        importId,
        CONTACTS - SHARING,
        CONTACTS,
        CONTACTS);
  }

  Page<ContactView> page(ContactSearch search, PageRequest page) {
    return now(contacts.page(TENANT, list, search, page));
  }

  /** All there are, page by page. */
  List<ContactView> all(ContactSearch search, int limit) {
    List<ContactView> all = new ArrayList<>();
    String cursor = null;
    do {
      var page = page(search, new PageRequest(limit, cursor));
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  /** How many rows of the list's tables were read for the first of its pages. */
  long rowsRead(ContactSearch search) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              long before = rowsRead(handle);
              var rows = rows(handle);
              ContactFinder.byIndex(handle);
              ContactFinder.find(rows, search, 0, PageRequest.USUAL_LIMIT + 1);
              return rowsRead(handle) - before;
            });
  }

  private ListRows rows(Handle handle) {
    return new ListRows(handle, TENANT, list, "contact_" + list.value(), "device_" + list.value());
  }

  /** By this transaction, by sequential scans and through indexes. */
  private long rowsRead(Handle handle) {
    return handle
        .createQuery(
            "SELECT sum(seq_tup_read + idx_tup_fetch)::bigint FROM pg_stat_xact_user_tables"
                + " WHERE relname IN (:contacts, :devices)")
        .bind("contacts", "contact_" + list.value())
        .bind("devices", "device_" + list.value())
        .mapTo(Long.class)
        .one();
  }

  private static <T> T now(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(2, TimeUnit.MINUTES).join();
  }
}
