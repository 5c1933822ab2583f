package io.beckon.persistence.list;

import io.beckon.persistence.list.ChangeTables.Change;
import io.beckon.persistence.list.KnownContacts.Holder;
import io.beckon.persistence.list.KnownContacts.Link;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.UpdateKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes one chunk of an update: a row whose key is on the list is kept aside as a change of that
 * contact, a key that an earlier row has had makes a duplicate, every other row comes to the list.
 */
final class ContactChanges {
  private final Handle handle;
  private final LoadFence fence;
  private final ContactChunk chunk;
  private final ChangedZones zones;
  private final KnownContacts known;
  private final Map<String, Holder> holders;
  private final Map<Long, List<Link>> chains;
  private final ChunkDedupe dedupe;

  /** Rows of this chunk by the keys, and by the contacts, that they have taken. */
  private final Map<String, Long> keyRows = new HashMap<>();

  private final Map<Long, Long> contactRows = new HashMap<>();
  private final List<CookedContact> fresh = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<RowIssue> rejects;

  ContactChanges(Handle handle, LoadFence fence, ContactChunk chunk) {
    this.handle = handle;
    this.fence = fence;
    this.chunk = chunk;
    this.zones = new ChangedZones(chunk.terms().rows());
    this.rejects = new ArrayList<>(chunk.rejects());
    ChangeTables.create(handle, fence.importId());
    var values = KnownValues.ofList(handle, fence);
    var by = Objects.requireNonNull(chunk.terms().key());
    this.known = new KnownContacts(handle, fence, by, values.scope());
    var keys = chunk.contacts().stream().flatMap(c -> known.keys(c).stream()).distinct().toList();
    this.holders = known.holders(keys);
    this.chains =
        known.chains(holders.values().stream().map(Holder::contactId).distinct().toList());
    var devices = ContactChunks.devices(chunk.contacts());
    var given = known.givenDevices(devices);
    if (by.kind() == UpdateKey.Kind.DEVICE) {
      keyRows.putAll(given);
    }
    this.dedupe = dedupe(values, devices, given);
  }

  private ChunkDedupe dedupe(KnownValues values, List<String> devices, Map<String, Long> given) {
    var by = chunk.terms().dedupe();
    Map<String, Long> onList = new HashMap<>(given);
    onList.putAll(by.byDevice() ? values.devices(devices) : Map.of());
    return new ChunkDedupe(
        chunk.terms(),
        onList,
        by.byClientId() ? values.clientIds(ContactChunks.clientIds(chunk.contacts())) : Map.of());
  }

  ChunkCounts write() {
    chunk.contacts().forEach(this::take);
    var result = dedupe.result(fresh, chunk.warnings());
    ContactRows.copy(handle, fence, fresh);
    ChangeTables.copy(handle, fence.importId(), changes);
    ContactRows.issues(handle, fence, ImportReport.REJECTS, rejects);
    ContactRows.issues(handle, fence, ImportReport.FILTERED, chunk.filtered());
    ContactRows.issues(handle, fence, ImportReport.WARNINGS, result.warnings());
    ContactRows.issues(handle, fence, ImportReport.DUPLICATES, result.duplicates());
    return new ChunkCounts(
        fresh.size(),
        changes.size(),
        result.duplicates().size(),
        chunk.filtered().size(),
        rejects.size(),
        result.warnings().size());
  }

  private void take(CookedContact contact) {
    var keys = known.keys(contact);
    for (var key : keys) {
      var holder = holders.get(key);
      var earlier = earlier(key, holder);
      if (earlier != null) {
        dedupe.duplicate(duplicate(contact, earlier));
        return;
      }
      if (holder != null) {
        change(contact, holder);
        return;
      }
    }
    append(contact, keys);
  }

  /** The row of this file that has had the key, or the contact that holds it. */
  private @Nullable Long earlier(String key, @Nullable Holder holder) {
    var row = keyRows.get(key);
    if (row == null && holder != null) {
      row = holder.row() != null ? holder.row() : contactRows.get(holder.contactId());
    }
    return row;
  }

  private void change(CookedContact contact, Holder holder) {
    var chain = chains.getOrDefault(holder.contactId(), List.of());
    Set<String> own = chain.stream().map(Link::value).collect(Collectors.toSet());
    var row = dedupe.change(contact, own);
    changes.add(new Change(holder.contactId(), zones.of(row, holder.place(), chain)));
    contactRows.put(holder.contactId(), contact.row());
    known.keys(row).forEach(k -> keyRows.putIfAbsent(k, contact.row()));
  }

  private void append(CookedContact contact, List<String> keys) {
    if (contact.devices().isEmpty()) {
      var reason = "has no phone number or e-mail, and its key is not on the list";
      rejects.add(new RowIssue(contact.row(), contact.line(), null, IssueCode.NO_DEVICE, reason));
      return;
    }
    var left = dedupe.fresh(contact);
    if (left != null) {
      fresh.add(left);
      keys.forEach(k -> keyRows.putIfAbsent(k, contact.row()));
    }
  }

  private RowIssue duplicate(CookedContact contact, long of) {
    var key = Objects.requireNonNull(chunk.terms().key());
    var column =
        switch (key.kind()) {
          case CLIENT_ID -> chunk.terms().clientIdColumn();
          case DEVICE -> null;
          case COLUMN -> key.column();
        };
    return new RowIssue(
        contact.row(), contact.line(), column, IssueCode.DUPLICATE_KEY, ChunkDedupe.where(of));
  }
}
