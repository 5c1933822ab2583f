package io.beckon.persistence.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a chunk what its own earlier rows or the list have already. A known device is
 * dropped with a warning; a row with none left, or with a known Client ID, is a duplicate.
 */
final class ChunkDedupe {
  /** What is left: to be stored, counted and reported. */
  record Result(List<CookedContact> contacts, long duplicates, List<RowIssue> warnings) {}

  private final Dedupe dedupe;
  private final Set<String> devices;
  private final Set<String> clientIds;
  private final List<RowIssue> warnings = new ArrayList<>();

  /**
   * @param devices those of the chunk that are on the list
   * @param clientIds those of the chunk that are on the list
   */
  ChunkDedupe(Dedupe dedupe, Set<String> devices, Set<String> clientIds) {
    this.dedupe = dedupe;
    this.devices = new HashSet<>(devices);
    this.clientIds = new HashSet<>(clientIds);
  }

  Result apply(ContactChunk chunk) {
    List<CookedContact> kept = new ArrayList<>(chunk.contacts().size());
    Set<Long> dropped = new HashSet<>();
    for (var contact : chunk.contacts()) {
      var left = left(contact);
      if (left.isEmpty()) {
        dropped.add(contact.row());
      } else {
        kept.add(left.size() == contact.devices().size() ? contact : contact.with(left));
      }
    }
    for (var warning : chunk.warnings()) {
      if (!dropped.contains(warning.row())) {
        warnings.add(warning);
      }
    }
    return new Result(kept, dropped.size(), warnings);
  }

  /** The devices to store; none when the row is a duplicate. */
  private List<CookedDevice> left(CookedContact contact) {
    if (isKnownClient(contact)) {
      return List.of();
    }
    if (!dedupe.byDevice()) {
      remember(contact);
      return contact.devices();
    }
    List<CookedDevice> left = new ArrayList<>(contact.devices().size());
    List<RowIssue> issues = new ArrayList<>(0);
    for (var device : contact.devices()) {
      if (devices.add(device.value())) {
        left.add(device);
      } else {
        issues.add(known(contact, device));
      }
    }
    if (!left.isEmpty()) {
      remember(contact);
      warnings.addAll(issues);
    }
    return left;
  }

  private boolean isKnownClient(CookedContact contact) {
    var id = contact.clientId();
    return dedupe.byClientId() && id != null && clientIds.contains(id);
  }

  private void remember(CookedContact contact) {
    if (contact.clientId() != null) {
      clientIds.add(contact.clientId());
    }
  }

  private static RowIssue known(CookedContact contact, CookedDevice device) {
    return new RowIssue(
        contact.row(),
        contact.line(),
        device.column(),
        IssueCode.DUPLICATE_DEVICE,
        "is on the list already");
  }
}
