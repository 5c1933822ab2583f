package io.beckon.actors.list;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes of cooked rows what a selection rule selects. */
final class RowFilter {
  private final RuleMatcher matcher;
  private final String reason;

  private RowFilter(SelectionRule rule) {
    this.matcher = RuleMatcher.of(rule);
    this.reason = "is not selected by the rule " + rule.name();
  }

  static @Nullable RowFilter of(@Nullable SelectionRule rule) {
    return rule == null ? null : new RowFilter(rule);
  }

  /** The row with its selected devices and a warning for each other one; or what keeps it out. */
  CookedRow apply(CookedRow.Good row) {
    var contact = row.contact();
    var selected = matcher.selected(contact);
    boolean kept =
        contact.devices().isEmpty() ? matcher.selectsWithoutDevice(contact) : !selected.isEmpty();
    if (!kept) {
      return new CookedRow.Bad(issue(contact, null));
    }
    if (selected.size() == contact.devices().size()) {
      return row;
    }
    List<RowIssue> warnings = new ArrayList<>(row.warnings());
    for (var device : contact.devices()) {
      if (!selected.contains(device)) {
        warnings.add(issue(contact, device));
      }
    }
    return new CookedRow.Good(contact.with(selected), warnings);
  }

  private RowIssue issue(CookedContact contact, @Nullable CookedDevice device) {
    var column = device == null ? null : device.column();
    return new RowIssue(contact.row(), contact.line(), column, IssueCode.FILTERED, reason);
  }
}
