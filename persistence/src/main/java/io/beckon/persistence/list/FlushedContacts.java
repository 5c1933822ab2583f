package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.campaign.GoneContacts;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Removes contacts of imports that a later one has replaced: first their records in campaign groups
 * become final, then the rows go. How far it is, is only remembered so as not to look twice.
 */
public final class FlushedContacts implements Sweep {
  private static final int AT_ONCE = 5_000;

  private static final String NEXT =
      """
      SELECT list_id, tenant_id, array_agg(import_id) FROM import
      WHERE state = 'FLUSHED' AND NOT swept GROUP BY list_id, tenant_id ORDER BY list_id LIMIT 1
      """;

  private static final String REMOVE =
      """
      WITH gone AS (
        SELECT contact_id FROM <contacts>
        WHERE list_id = :list AND contact_id > :after AND import_id = ANY (:imports)
        ORDER BY contact_id LIMIT :limit),
      devices AS (
        DELETE FROM <devices> d USING gone WHERE d.list_id = :list AND d.contact_id = gone.contact_id),
      contacts AS (
        DELETE FROM <contacts> c USING gone WHERE c.list_id = :list AND c.contact_id = gone.contact_id)
      SELECT max(contact_id) FROM gone
      """;

  private record Flushed(ContactListId list, TenantId tenant, List<Long> imports) {}

  private final Database database;
  private final Map<Flushed, Long> removed = new HashMap<>();

  public FlushedContacts(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.inTransaction(
        handle -> {
          var next = handle.createQuery(NEXT).map((row, ctx) -> flushed(row)).findOne();
          next.ifPresent(flushed -> sweep(handle, flushed));
          return next.isPresent();
        });
  }

  private static Flushed flushed(ResultSet row) throws SQLException {
    return new Flushed(
        new ContactListId(row.getLong(1)),
        new TenantId(row.getString(2)),
        List.of((Long[]) row.getArray(3).getArray()));
  }

  private synchronized void sweep(Handle handle, Flushed flushed) {
    boolean there = exists(handle, flushed.list());
    if (there && !removed.containsKey(flushed)) {
      if (!GoneContacts.finish(handle, flushed.tenant(), flushed.list(), AT_ONCE)) {
        removed.put(flushed, 0L);
      }
      return;
    }
    var last = there ? remove(handle, flushed) : Optional.<Long>empty();
    if (last.isPresent()) {
      removed.put(flushed, last.get());
    } else if (removed.getOrDefault(flushed, 0L) > 0) {
      removed.put(flushed, 0L); // once more from the beginning: a transaction may have failed
    } else {
      removed.remove(flushed);
      handle
          .createUpdate("UPDATE import SET swept = true WHERE import_id = ANY (:imports)")
          .bindArray("imports", Long.class, flushed.imports())
          .execute();
    }
  }

  private Optional<Long> remove(Handle handle, Flushed flushed) {
    return handle
        .createQuery(REMOVE)
        .define("contacts", Partitions.contacts(flushed.list().value()))
        .define("devices", Partitions.devices(flushed.list().value()))
        .bind("list", flushed.list().value())
        .bind("after", removed.getOrDefault(flushed, 0L))
        .bindArray("imports", Long.class, flushed.imports())
        .bind("limit", AT_ONCE)
        .mapTo(Long.class)
        .findOne();
  }

  /** The whole list may have been deleted meanwhile. */
  private static boolean exists(Handle handle, ContactListId list) {
    return handle
        .createQuery("SELECT to_regclass(:table) IS NOT NULL")
        .bind("table", Partitions.contacts(list.value()))
        .mapTo(Boolean.class)
        .one();
  }
}
