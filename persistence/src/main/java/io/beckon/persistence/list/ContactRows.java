package io.beckon.persistence.list;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.RowIssue;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes contacts and their devices straight into a list's own tables. */
final class ContactRows {
  private static final int IDS_AT_ONCE = 1000;
  private static final String CONTACT =
      " (tenant_id, list_id, contact_id, import_id, row_no, client_id, first_name, last_name,"
          + " company, time_zone, postal_code, state, country, postal_zones, other)";
  private static final String DEVICE =
      " (tenant_id, list_id, contact_id, chain_n, import_id, value, country, state, zone_key,"
          + " line_type)";
  private static final String ISSUE =
      "import_issue (import_id, seq, report, row_no, line_no, column_name, code, reason)";

  private ContactRows() {}

  static void copy(Handle handle, LoadFence fence, List<CookedContact> contacts) {
    var ids = ids(handle, contacts.size());
    long list = fence.list().listId();
    try (var text = CopyText.into(handle, Partitions.contacts(list) + CONTACT)) {
      for (int i = 0; i < contacts.size(); i++) {
        contact(text, fence, id(ids, i), contacts.get(i));
      }
      text.end();
    }
    try (var text = CopyText.into(handle, Partitions.devices(list) + DEVICE)) {
      for (int i = 0; i < contacts.size(); i++) {
        int chain = 0;
        for (var device : contacts.get(i).devices()) {
          device(text, fence, id(ids, i), chain++, device);
        }
      }
      text.end();
    }
  }

  /** The devices of one contact, with their numbers in the chain. */
  static void devices(
      Handle handle,
      LoadFence fence,
      long contact,
      List<CookedDevice> devices,
      List<Integer> chain) {
    try (var text = CopyText.into(handle, Partitions.devices(fence.list().listId()) + DEVICE)) {
      for (int i = 0; i < devices.size(); i++) {
        device(text, fence, contact, chain.get(i), devices.get(i));
      }
      text.end();
    }
  }

  private static long id(List<Long> ids, int n) {
    return ids.get(n / IDS_AT_ONCE) + n % IDS_AT_ONCE;
  }

  static void issues(Handle handle, LoadFence fence, ImportReport report, List<RowIssue> issues) {
    var inOrder = issues.stream().sorted(Comparator.comparing(RowIssue::row)).toList();
    long row = 0;
    int n = 0;
    try (var text = CopyText.into(handle, ISSUE)) {
      for (var issue : inOrder) {
        n = issue.row() == row ? n + 1 : 0;
        row = issue.row();
        text.field(fence.importId().value())
            .field(row * 100 + n)
            .field(report.name())
            .field(row)
            .field(issue.line())
            .field(issue.column())
            .field(issue.code().name())
            .field(issue.reason())
            .endRow();
      }
      text.end();
    }
  }

  private static void contact(CopyText text, LoadFence fence, long id, CookedContact contact) {
    text.field(fence.list().tenant().value())
        .field(fence.list().listId())
        .field(id)
        .field(fence.importId().value())
        .field(contact.row())
        .field(contact.clientId())
        .field(contact.firstName())
        .field(contact.lastName())
        .field(contact.company())
        .field(contact.timeZone())
        .field(contact.postalCode())
        .field(contact.state())
        .field(contact.country())
        .field(contact.postalZones())
        .field(contact.other())
        .endRow();
  }

  private static void device(
      CopyText text, LoadFence fence, long contact, int chain, CookedDevice device) {
    text.field(fence.list().tenant().value())
        .field(fence.list().listId())
        .field(contact)
        .field(chain)
        .field(fence.importId().value())
        .field(device.value())
        .field(device.country())
        .field(device.state())
        .field(device.zones().value())
        .field(device.lineType() == null ? null : device.lineType().code())
        .endRow();
  }

  /** First ids of blocks of a thousand: the sequence counts in thousands. */
  private static List<Long> ids(Handle handle, int contacts) {
    return handle
        .createQuery("SELECT nextval('contact_id_seq') FROM generate_series(1, :blocks)")
        .bind("blocks", (contacts + IDS_AT_ONCE - 1) / IDS_AT_ONCE)
        .mapTo(Long.class)
        .list();
  }
}
