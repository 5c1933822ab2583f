package io.beckon.persistence.list;

import io.beckon.persistence.compliance.ErasedMarks;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a chunk who was erased: an erased Client ID, or the last device of a row, rejects
 * the row; another device of a row is dropped with a warning.
 */
final class ErasedRows {
  private static final String REASON = "was erased at the person's wish and is not taken again";

  private final ErasedPeople erased;
  private final List<CookedContact> contacts = new ArrayList<>();
  private final List<RowIssue> rejects;
  private final List<RowIssue> warnings = new ArrayList<>();

  private ErasedRows(ErasedPeople erased, ContactChunk chunk) {
    this.erased = erased;
    this.rejects = new ArrayList<>(chunk.rejects());
  }

  static ContactChunk without(Handle handle, TenantId tenant, ContactChunk chunk) {
    var erased = among(handle, tenant, chunk.contacts());
    return erased == ErasedPeople.NONE ? chunk : new ErasedRows(erased, chunk).left(chunk);
  }

  static ErasedPeople among(Handle handle, TenantId tenant, List<CookedContact> contacts) {
    return ErasedMarks.among(
        handle,
        tenant,
        contacts.stream().flatMap(c -> c.devices().stream()).map(CookedDevice::value).toList(),
        contacts.stream().map(CookedContact::clientId).filter(Objects::nonNull).toList());
  }

  private ContactChunk left(ContactChunk chunk) {
    Set<Long> gone = new HashSet<>();
    for (var contact : chunk.contacts()) {
      if (!keep(contact)) {
        gone.add(contact.row());
      }
    }
    chunk.warnings().stream().filter(w -> !gone.contains(w.row())).forEach(warnings::add);
    return new ContactChunk(
        chunk.span(), chunk.terms(), contacts, rejects, chunk.filtered(), warnings, chunk.places());
  }

  private boolean keep(CookedContact contact) {
    if (erased.hasClient(contact.clientId())) {
      rejects.add(issue(contact, null));
      return false;
    }
    List<CookedDevice> left = new ArrayList<>();
    List<RowIssue> issues = new ArrayList<>(0);
    for (var device : contact.devices()) {
      if (erased.has(new Device(device.value()))) {
        issues.add(issue(contact, device.column()));
      } else {
        left.add(device);
      }
    }
    if (left.isEmpty() && !issues.isEmpty()) {
      rejects.add(issues.get(0));
      return false;
    }
    warnings.addAll(issues);
    contacts.add(issues.isEmpty() ? contact : contact.with(left));
    return true;
  }

  private static RowIssue issue(CookedContact contact, @Nullable String column) {
    return new RowIssue(contact.row(), contact.line(), column, IssueCode.ERASED, REASON);
  }
}
