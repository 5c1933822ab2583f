package io.beckon.persistence.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a chunk what earlier rows of the file or the list have already. A known device is
 * dropped with a warning; a row with none left, or with a known Client ID, is a duplicate.
 */
final class ChunkDedupe {
  /** What is left: to be stored, counted and reported. */
  record Result(
      List<CookedContact> contacts, List<RowIssue> duplicates, List<RowIssue> warnings) {}

  private final LoadTerms terms;
  private final Map<String, Long> devices;
  private final Map<String, Long> clientIds;
  private final List<RowIssue> duplicates = new ArrayList<>();
  private final List<RowIssue> warnings = new ArrayList<>();

  /**
   * @param devices those of the chunk that are known, as {@link KnownValues} tells
   * @param clientIds likewise
   */
  ChunkDedupe(LoadTerms terms, Map<String, Long> devices, Map<String, Long> clientIds) {
    this.terms = terms;
    this.devices = new HashMap<>(devices);
    this.clientIds = new HashMap<>(clientIds);
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
    return new Result(kept, duplicates, warnings);
  }

  /** The devices to store; none when the row is a duplicate. */
  private List<CookedDevice> left(CookedContact contact) {
    var client = knownClient(contact);
    if (client != null) {
      duplicates.add(client);
      return List.of();
    }
    if (!terms.dedupe().byDevice()) {
      remember(contact);
      return contact.devices();
    }
    List<CookedDevice> left = new ArrayList<>(contact.devices().size());
    List<RowIssue> issues = new ArrayList<>(0);
    for (var device : contact.devices()) {
      var of = devices.putIfAbsent(device.value(), contact.row());
      if (of == null) {
        left.add(device);
      } else {
        issues.add(known(contact, device.column(), IssueCode.DUPLICATE_DEVICE, of));
      }
    }
    if (left.isEmpty()) {
      duplicates.add(issues.get(0));
    } else {
      remember(contact);
      warnings.addAll(issues);
    }
    return left;
  }

  private @Nullable RowIssue knownClient(CookedContact contact) {
    var id = contact.clientId();
    var of = terms.dedupe().byClientId() && id != null ? clientIds.get(id) : null;
    return of == null
        ? null
        : known(contact, terms.clientIdColumn(), IssueCode.DUPLICATE_CLIENT_ID, of);
  }

  private void remember(CookedContact contact) {
    if (contact.clientId() != null) {
      clientIds.putIfAbsent(contact.clientId(), contact.row());
    }
  }

  private static RowIssue known(
      CookedContact contact, @Nullable String column, IssueCode code, long of) {
    return new RowIssue(contact.row(), contact.line(), column, code, where(of));
  }

  /** Where a value stands already, for people. */
  static String where(long of) {
    return of == KnownValues.ON_LIST ? "is on the list already" : "is in row " + of + " already";
  }
}
