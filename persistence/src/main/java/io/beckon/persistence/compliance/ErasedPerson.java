package io.beckon.persistence.compliance;

import io.beckon.persistence.CountWish;
import io.beckon.persistence.campaign.RunMembers;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.compliance.Erasures.Erased;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All there is of one person, first looked for, then erased; in a transaction of the caller. */
final class ErasedPerson {
  private final Handle handle;
  private final TenantId tenant;
  private final Instant now;
  private final Map<Long, Set<Long>> contacts = new TreeMap<>();
  private final Set<String> devices = new LinkedHashSet<>();
  private final Set<String> clients = new LinkedHashSet<>();

  ErasedPerson(Handle handle, TenantId tenant, Instant now) {
    this.handle = handle;
    this.tenant = tenant;
    this.now = now;
  }

  Set<String> devices() {
    return devices;
  }

  Set<String> clients() {
    return clients;
  }

  /** Whoever has the device, or is the client, with all their devices and Client IDs. */
  void look(@Nullable String device, @Nullable String clientId) {
    if (device != null) {
      devices.add(device);
      found("SELECT list_id, contact_id FROM device WHERE tenant_id = ? AND value = ?", device);
    }
    if (clientId != null) {
      clients.add(clientId);
      found(
          "SELECT list_id, contact_id FROM contact WHERE tenant_id = ? AND client_id = ?",
          clientId);
    }
    contacts.forEach(
        (list, ids) -> {
          devices.addAll(values("SELECT value FROM device", list, ids));
          clients.addAll(values("SELECT client_id FROM contact", list, ids));
        });
    devices.addAll(dialled(clientId));
  }

  private void found(String sql, String value) {
    handle
        .createQuery(sql)
        .bind(0, tenant.value())
        .bind(1, value)
        .map(
            (row, ctx) ->
                contacts
                    .computeIfAbsent(row.getLong(1), list -> new LinkedHashSet<>())
                    .add(row.getLong(2)))
        .list();
  }

  private List<String> values(String sql, long list, Set<Long> ids) {
    return handle
        .createQuery(sql + " WHERE list_id = :list AND contact_id = ANY (:ids)")
        .bind("list", list)
        .bindArray("ids", Long.class, ids)
        .mapTo(String.class)
        .filter(Objects::nonNull)
        .list();
  }

  /** Devices that were dialled for the client, of lists that are not there any more. */
  private List<String> dialled(@Nullable String clientId) {
    return clientId == null
        ? List.of()
        : handle
            .createQuery(
                "SELECT DISTINCT device FROM attempt WHERE tenant_id = ? AND client_id = ?")
            .bind(0, tenant.value())
            .bind(1, clientId)
            .mapTo(String.class)
            .list();
  }

  Erased erase(ChangeNotes notes) {
    mark();
    int people = 0;
    for (var entry : contacts.entrySet()) {
      people += takeOff(entry.getKey(), entry.getValue());
    }
    OpenChanges.forget(handle, tenant, devices, clients);
    int records = records();
    int attempts = attempts();
    ErasedReservations.forget(handle, tenant, devices, clients);
    handle
        .createUpdate(
            "DELETE FROM idempotent_reply WHERE tenant_id = :tenant AND EXISTS"
                + " (SELECT FROM unnest(:values) v WHERE strpos(body, v) > 0)")
        .bind("tenant", tenant.value())
        .bindArray("values", String.class, values())
        .execute();
    return new Erased(people, records, attempts, suppressions(notes));
  }

  private List<String> values() {
    List<String> values = new ArrayList<>(devices);
    values.addAll(clients);
    return values;
  }

  /** What stands in place of each, in the order of {@link #values}. */
  private List<String> marks(String prefix) {
    var key = ErasedMarks.people(handle, tenant, Set.of());
    List<String> marks = new ArrayList<>();
    devices.forEach(device -> marks.add(prefix + key.ofDevice(device)));
    clients.forEach(client -> marks.add(prefix + key.ofClient(client)));
    return marks;
  }

  private void mark() {
    handle
        .createUpdate(
            "INSERT INTO erased (tenant_id, mark, erased_at) SELECT :tenant, m, :now"
                + " FROM unnest(:marks) m ON CONFLICT (tenant_id, mark)"
                + " DO UPDATE SET erased_at = excluded.erased_at")
        .bind("tenant", tenant.value())
        .bind("now", now)
        .bindArray("marks", String.class, marks(""))
        .execute();
  }

  private int takeOff(long list, Set<Long> ids) {
    var runs = new RunMembers(handle, tenant, new ContactListId(list), now);
    int gone = 0;
    for (var table : List.of("device", "contact")) {
      gone =
          handle
              .createUpdate(
                  "DELETE FROM " + table + " WHERE list_id = :list AND contact_id = ANY (:ids)")
              .bind("list", list)
              .bindArray("ids", Long.class, ids)
              .execute();
    }
    handle.execute("UPDATE contact_list SET removed = removed + ? WHERE list_id = ?", gone, list);
    runs.removed(ids.stream().map(ContactId::new).toList());
    CountWish.sometime(handle, list);
    return gone;
  }

  private int records() {
    return handle
        .createUpdate(
            """
            UPDATE dial_record r SET gone = true, device = coalesce(
                (SELECT v.mark FROM unnest(:values, :marks) AS v(value, mark)
                  WHERE v.value = r.device), r.device),
              client_id = coalesce((SELECT v.mark FROM unnest(:values, :marks) AS v(value, mark)
                WHERE v.value = r.client_id), r.client_id),
              state = CASE WHEN state IN ('R', 'W') THEN 'F' ELSE state END,
              call_result = CASE WHEN state IN ('R', 'W') THEN coalesce(call_result, 52::smallint)
                ELSE call_result END
            WHERE r.group_id IN (SELECT group_id FROM campaign_group WHERE tenant_id = :tenant)
              AND r.tenant_id = :tenant
              AND (r.device = ANY (:devices) OR r.client_id = ANY (:clients))
            """)
        .bind("tenant", tenant.value())
        .bindArray("values", String.class, values())
        .bindArray("marks", String.class, marks(ErasedPeople.PREFIX))
        .bindArray("devices", String.class, devices)
        .bindArray("clients", String.class, clients)
        .execute();
  }

  private int attempts() {
    return handle
        .createUpdate(
            """
            UPDATE attempt a SET
              device = coalesce((SELECT v.mark FROM unnest(:values, :marks) AS v(value, mark)
                WHERE v.value = a.device), a.device),
              client_id = coalesce((SELECT v.mark FROM unnest(:values, :marks) AS v(value, mark)
                WHERE v.value = a.client_id), a.client_id)
            WHERE a.tenant_id = :tenant
              AND (a.device = ANY (:devices) OR a.client_id = ANY (:clients))
            """)
        .bind("tenant", tenant.value())
        .bindArray("values", String.class, values())
        .bindArray("marks", String.class, marks(ErasedPeople.PREFIX))
        .bindArray("devices", String.class, devices)
        .bindArray("clients", String.class, clients)
        .execute();
  }

  /** The mark stands for them, of every list and in every channel. */
  private int suppressions(ChangeNotes notes) {
    handle
        .createUpdate(
            "DELETE FROM suppression_change c USING import i WHERE i.tenant_id = :tenant"
                + " AND i.changes_open AND c.import_id = i.import_id AND c.value = ANY (:values)")
        .bind("tenant", tenant.value())
        .bindArray("values", String.class, values())
        .execute();
    var lists =
        handle
            .createQuery(
                "SELECT DISTINCT e.list_id FROM suppression_list l JOIN suppression_entry e"
                    + " USING (list_id) WHERE l.tenant_id = :tenant AND e.value = ANY (:values)"
                    + " ORDER BY 1")
            .bind("tenant", tenant.value())
            .bindArray("values", String.class, values())
            .mapTo(Long.class)
            .list();
    int gone = 0;
    for (long list : lists) {
      gone += takeOff(notes, new SuppressionListId(list));
    }
    return gone;
  }

  private int takeOff(ChangeNotes notes, SuppressionListId list) {
    handle.execute("SELECT pg_advisory_xact_lock(3, ?)", Math.toIntExact(list.value()));
    var gone =
        handle
            .createQuery(
                "DELETE FROM suppression_entry WHERE list_id = :list AND value = ANY (:values)"
                    + " RETURNING value, nextval('suppression_revision_seq') AS revision")
            .bind("list", list.value())
            .bindArray("values", String.class, values())
            .map((row, ctx) -> Map.entry(row.getString(1), row.getLong(2)))
            .list();
    gone.forEach(e -> notes.removed(tenant, list, e.getKey(), e.getValue()));
    return gone.size();
  }
}
