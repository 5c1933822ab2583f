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
  record Result(List<CookedContact> contacts, List<RowIssue> duplicates, List<RowIssue> warnings) {}

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
    for (var contact : chunk.contacts()) {
      var fresh = fresh(contact);
      if (fresh != null) {
        kept.add(fresh);
      }
    }
    return result(kept, chunk.warnings());
  }

  /** With the issues found so far, and those warnings whose rows are no duplicates. */
  Result result(List<CookedContact> kept, List<RowIssue> cooked) {
    Set<Long> dropped = new HashSet<>();
    duplicates.forEach(d -> dropped.add(d.row()));
    cooked.stream().filter(w -> !dropped.contains(w.row())).forEach(warnings::add);
    return new Result(kept, duplicates, warnings);
  }

  void duplicate(RowIssue issue) {
    duplicates.add(issue);
  }

  /** What is left of a row that is to come to the list; null when it is a duplicate. */
  @Nullable CookedContact fresh(CookedContact contact) {
    var client = knownClient(contact);
    if (client != null) {
      duplicates.add(client);
      return null;
    }
    List<RowIssue> issues = new ArrayList<>(0);
    var left = free(contact, Set.of(), issues);
    if (left.isEmpty()) {
      duplicates.add(issues.get(0));
      return null;
    }
    warnings.addAll(issues);
    remember(contact);
    return left.size() == contact.devices().size() ? contact : contact.with(left);
  }

  /**
   * What is left of a row that changes a contact; without devices the contact keeps its own.
   *
   * @param own devices the contact has
   */
  CookedContact change(CookedContact contact, Set<String> own) {
    var left = free(contact, own, warnings);
    remember(contact);
    return left.size() == contact.devices().size() ? contact : contact.with(left);
  }

  private List<CookedDevice> free(CookedContact contact, Set<String> own, List<RowIssue> issues) {
    if (!terms.dedupe().byDevice()) {
      return contact.devices();
    }
    List<CookedDevice> left = new ArrayList<>(contact.devices().size());
    for (var device : contact.devices()) {
      var of = devices.putIfAbsent(device.value(), contact.row());
      if (of == null || own.contains(device.value())) {
        left.add(device);
      } else {
        issues.add(known(contact, device.column(), IssueCode.DUPLICATE_DEVICE, of));
      }
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
