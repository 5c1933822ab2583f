package io.beckon.persistence.list;

import io.beckon.persistence.CountWish;
import io.beckon.persistence.Revisions;
import io.beckon.persistence.campaign.RunMembers;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Changes single contacts, with their records in runs, in one transaction of the caller. */
final class ContactEdits {
  /** The one import of single contacts that a list has; its row serialises changes of the list. */
  private static final String SINGLE =
      """
      INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options, bytes_total,
        heard_at, created_at, finished_at, rows_read, accepted)
      VALUES (:tenant, 'SINGLE', :list, 'COMPLETED', '', '', '{}', 0, :now, :now, :now, :n, :n)
      ON CONFLICT (list_id) WHERE kind = 'SINGLE' AND state = 'COMPLETED' DO UPDATE SET
        rows_read = import.rows_read + :n, accepted = import.accepted + :n
      RETURNING import_id
      """;

  private static final String CHANGE =
      """
      UPDATE <contacts> SET client_id = :client, first_name = :first, last_name = :last,
        company = :company, time_zone = :zone, postal_code = :postal, state = :state,
        country = :country, postal_zones = :zones, other = :other::jsonb
      WHERE list_id = :list AND contact_id = :contact
      """;

  private final Handle handle;
  private final TenantId tenant;
  private final ContactListId list;
  private final Instant now;
  private final RunMembers runs;

  ContactEdits(Handle handle, TenantId tenant, ContactListId list, Instant now) {
    this.handle = handle;
    this.tenant = tenant;
    this.list = list;
    this.now = now;
    this.runs = new RunMembers(handle, tenant, list, now);
  }

  ContactView add(CookedContact contact) {
    requireNotErased(contact);
    var fence = single(1);
    var fresh = fresh(contact, fence);
    ContactRows.copy(handle, fence, List.of(fresh));
    var id = new ContactId(handle.createQuery("SELECT lastval()").mapTo(Long.class).one());
    runs.added(id);
    CountWish.sometime(handle, list.value());
    return ContactPages.one(handle, tenant, list, id).orElseThrow();
  }

  ContactView change(ContactId id, CookedContact contact, OptionalLong revision) {
    requireNotErased(contact);
    var fence = single(0);
    var before = locked(id, revision);
    requireFree(contact, before, KnownValues.ofList(handle, fence));
    update(id, contact);
    replaceDevices(id, contact.devices());
    runs.changed(id, contact);
    CountWish.sometime(handle, list.value());
    return ContactPages.one(handle, tenant, list, id).orElseThrow();
  }

  void remove(ContactId id, OptionalLong revision) {
    locked(id, revision);
    for (var table : List.of(Partitions.devices(list.value()), Partitions.contacts(list.value()))) {
      handle.execute(
          "DELETE FROM " + table + " WHERE list_id = ? AND contact_id = ?",
          list.value(),
          id.value());
    }
    handle.execute("UPDATE contact_list SET removed = removed + 1 WHERE list_id = ?", list.value());
    runs.removed(List.of(id));
    CountWish.sometime(handle, list.value());
  }

  private void requireNotErased(CookedContact contact) {
    if (ErasedRows.among(handle, tenant, List.of(contact)) != ErasedPeople.NONE) {
      throw new RefusedException(
          Refusal.conflict(
              "ERASED",
              "A device or the Client ID is of a person who was erased at their wish.",
              "Leave it out; who was erased is not contacted again."));
    }
  }

  private LoadFence single(int accepted) {
    return handle
        .createQuery(SINGLE)
        .bind("tenant", tenant.value())
        .bind("list", list.value())
        .bind("now", now)
        .bind("n", accepted)
        .map((row, ctx) -> fence(row.getLong(1)))
        .one();
  }

  private LoadFence fence(long importId) {
    return new LoadFence(ListRef.of(tenant, list), new ImportId(importId), 0);
  }

  /** The contact as it is, nobody else's to change until the transaction ends. */
  private ContactView locked(ContactId id, OptionalLong revision) {
    handle.execute(
        "SELECT FROM "
            + Partitions.contacts(list.value())
            + " WHERE list_id = ? AND contact_id = ? FOR UPDATE",
        list.value(),
        id.value());
    var contact =
        ContactPages.one(handle, tenant, list, id)
            .orElseThrow(() -> new RefusedException(Refusal.notFound("contact", id)));
    Revisions.check(revision, contact.revision());
    return contact;
  }

  /** The contact without devices that are known. */
  private CookedContact fresh(CookedContact contact, LoadFence fence) {
    var known = KnownValues.ofList(handle, fence);
    var chunk =
        new ContactChunk(
            new ChunkSpan(0, 0, 1, 1),
            LoadTerms.appending(Dedupe.BOTH),
            List.of(contact),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    var devices = contact.devices().stream().map(CookedDevice::value).toList();
    var left =
        new ChunkDedupe(chunk.terms(), known.devices(devices), known.clientIds(clientIds(contact)))
            .apply(chunk)
            .contacts();
    if (left.isEmpty()) {
      throw duplicate("The list has a contact with these devices or this Client ID already.");
    }
    return left.get(0);
  }

  private static void requireFree(CookedContact contact, ContactView before, KnownValues known) {
    var own = before.devices().stream().map(ContactView.DeviceView::value).toList();
    var added =
        contact.devices().stream().map(CookedDevice::value).filter(d -> !own.contains(d)).toList();
    boolean otherClient =
        contact.clientId() != null && !contact.clientId().equals(before.clientId());
    if (!known.devices(added).isEmpty()
        || otherClient && !known.clientIds(clientIds(contact)).isEmpty()) {
      throw duplicate("Another contact of the list has one of these devices or this Client ID.");
    }
  }

  private static List<String> clientIds(CookedContact contact) {
    return contact.clientId() == null ? List.of() : List.of(contact.clientId());
  }

  private static RefusedException duplicate(String detail) {
    return new RefusedException(
        Refusal.conflict("DUPLICATE", detail, "Look for it in the list, or give another device."));
  }

  private void update(ContactId id, CookedContact contact) {
    handle
        .createUpdate(CHANGE)
        .define("contacts", Partitions.contacts(list.value()))
        .bind("client", contact.clientId())
        .bind("first", contact.firstName())
        .bind("last", contact.lastName())
        .bind("company", contact.company())
        .bind("zone", contact.timeZone())
        .bind("postal", contact.postalCode())
        .bind("state", contact.state())
        .bind("country", contact.country())
        .bind("zones", contact.postalZones())
        .bind("other", contact.other())
        .bind("list", list.value())
        .bind("contact", id.value())
        .execute();
  }

  /** A device keeps its number in the chain as long as the order allows. */
  private void replaceDevices(ContactId id, List<CookedDevice> devices) {
    int free = runs.freeInChain(id);
    var table = Partitions.devices(list.value());
    Map<String, Integer> chain = new HashMap<>();
    var kept =
        handle
            .createQuery(
                "DELETE FROM "
                    + table
                    + " WHERE list_id = ? AND contact_id = ? RETURNING chain_n, value, import_id")
            .bind(0, list.value())
            .bind(1, id.value())
            .map(
                (row, ctx) -> {
                  chain.putIfAbsent(row.getString(2), row.getInt(1));
                  return row.getLong(3);
                })
            .list();
    var fence = kept.stream().findFirst().map(this::fence).orElseGet(() -> single(0));
    List<Integer> numbers = new ArrayList<>();
    int last = -1;
    for (var device : devices) {
      int before = chain.getOrDefault(device.value(), -1);
      last = before > last ? before : free++;
      numbers.add(last);
    }
    ContactRows.devices(handle, fence, id.value(), devices, numbers);
  }
}
