package io.beckon.persistence.list;

import io.beckon.persistence.CountWish;
import io.beckon.persistence.Database;
import io.beckon.persistence.campaign.RecordZones;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Re-zones lists, a few thousand contacts a transaction; each moves the place from which whoever
 * comes next goes on, so nothing is done twice or left out when a node dies. Then the records of
 * groups are gone over once more: a group that was loading meanwhile may have read old zones.
 */
public final class RezonedLists implements Sweep {
  /**
   * Imports that began before it was asked for read their numbers as things were; a group that is
   * loading may have done so, and its records are not there to be seen yet.
   */
  private static final String NEXT =
      """
      SELECT r.rezoning_id, r.tenant_id, r.list_id, r.devices_done, r.after_contact,
        l.deleted_at IS NOT NULL AS gone
      FROM rezoning r JOIN contact_list l USING (list_id)
      WHERE r.state IN ('QUEUED', 'RUNNING')
        AND NOT EXISTS (SELECT 1 FROM import i
          WHERE i.tenant_id = r.tenant_id AND i.kind IN ('CONTACTS', 'PART')
            AND i.list_id = r.list_id AND i.state = 'RUNNING' AND i.started_at <= r.created_at)
        AND NOT (r.devices_done AND EXISTS (SELECT 1 FROM campaign_group g
          WHERE g.tenant_id = r.tenant_id AND g.state = 'LOADING' AND g.settings -> 'lists'
            @> jsonb_build_array(jsonb_build_object('id', r.list_id::text))))
      ORDER BY r.state = 'QUEUED', r.rezoning_id LIMIT 1
      FOR UPDATE OF r SKIP LOCKED
      """;

  private static final String MOVE =
      """
      UPDATE rezoning SET state = 'RUNNING', started_at = coalesce(started_at, :now),
        after_contact = :last, contacts = contacts + :contacts, devices = devices + :devices,
        changed = changed + :changed, records = records + :records
      WHERE rezoning_id = :id
      """;

  /** Contact ids of one look at records; each has a handful of records. */
  private static final long RECORDS_AT_ONCE = 20_000;

  private record Next(
      long id,
      TenantId tenant,
      ContactListId list,
      boolean devicesDone,
      long after,
      boolean gone) {}

  private final Database database;
  private final PostgresLocators locators;
  private final Clock clock;

  public RezonedLists(Database database, PostgresLocators locators, Clock clock) {
    this.database = database;
    this.locators = locators;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '500ms'");
          return next(handle).map(next -> step(handle, next)).orElse(false);
        });
  }

  private static Optional<Next> next(Handle handle) {
    return handle
        .createQuery(NEXT)
        .map(
            (row, ctx) ->
                new Next(
                    row.getLong(1),
                    new TenantId(row.getString(2)),
                    new ContactListId(row.getLong(3)),
                    row.getBoolean(4),
                    row.getLong(5),
                    row.getBoolean(6)))
        .findOne();
  }

  private boolean step(Handle handle, Next next) {
    if (next.gone()) {
      end(handle, next, "CANCELLED");
      return true;
    }
    return next.devicesDone() ? records(handle, next) : devices(handle, next);
  }

  private boolean devices(Handle handle, Next next) {
    Instant now = clock.instant();
    var locator = locators.of(handle, next.tenant());
    var batch =
        new RezonedContacts(handle, next.tenant(), next.list(), locator, now).after(next.after());
    if (batch.last() > 0) {
      move(handle, next, batch, now);
    } else if (RecordZones.isUsed(handle, next.tenant(), next.list())) {
      handle.execute(
          "UPDATE rezoning SET state = 'RUNNING', started_at = coalesce(started_at, ?),"
              + " devices_done = true, after_contact = 0 WHERE rezoning_id = ?",
          now,
          next.id());
    } else {
      end(handle, next, "COMPLETED");
    }
    return true;
  }

  private boolean records(Handle handle, Next next) {
    Optional<Long> last =
        handle
            .createQuery(
                "SELECT max(contact_id) FROM (SELECT contact_id FROM <contacts>"
                    + " WHERE list_id = :list AND contact_id > :after"
                    + " ORDER BY contact_id LIMIT :limit) c HAVING max(contact_id) IS NOT NULL")
            .define("contacts", Partitions.contacts(next.list().value()))
            .bind("list", next.list().value())
            .bind("after", next.after())
            .bind("limit", RECORDS_AT_ONCE)
            .mapTo(Long.class)
            .findOne();
    if (last.isEmpty()) {
      end(handle, next, "COMPLETED");
      return true;
    }
    Instant now = clock.instant();
    var span = new RecordZones.Span(next.after(), last.get());
    int records = RecordZones.follow(handle, next.tenant(), next.list(), span, now);
    move(handle, next, new RezonedContacts.Batch(last.get(), 0, 0, 0, records), now);
    return true;
  }

  private static void move(Handle handle, Next next, RezonedContacts.Batch batch, Instant now) {
    handle
        .createUpdate(MOVE)
        .bind("id", next.id())
        .bind("now", now)
        .bind("last", batch.last())
        .bind("contacts", batch.contacts())
        .bind("devices", batch.devices())
        .bind("changed", batch.changed())
        .bind("records", batch.records())
        .execute();
  }

  private void end(Handle handle, Next next, String state) {
    CountWish.soon(handle, next.list().value());
    handle.execute(
        "UPDATE rezoning SET state = ?, started_at = coalesce(started_at, ?), finished_at = ?"
            + " WHERE rezoning_id = ?",
        state,
        clock.instant(),
        clock.instant(),
        next.id());
  }
}
