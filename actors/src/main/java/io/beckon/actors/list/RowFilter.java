package io.beckon.actors.list;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes of cooked rows what a selection rule selects. */
final class RowFilter {
  private final RuleMatcher matcher;
  private final String name;
  private final String outside;

  private RowFilter(SelectionRule rule) {
    this.matcher = RuleMatcher.of(rule);
    this.name = rule.name();
    this.outside = "is not selected by the rule " + rule.name();
  }

  static @Nullable RowFilter of(@Nullable SelectionRule rule) {
    return rule == null ? null : new RowFilter(rule);
  }

  /** The row with its selected devices and a warning for each other one; or what keeps it out. */
  CookedRow apply(CookedRow.Good row) {
    var contact = row.contact();
    if (contact.devices().isEmpty()) {
      var verdict = matcher.judgeWithoutDevice(contact);
      return verdict.selected() ? row : new CookedRow.Bad(issue(contact, null, verdict));
    }
    var verdicts = matcher.judge(contact);
    List<CookedDevice> kept = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>(row.warnings());
    for (int i = 0; i < verdicts.size(); i++) {
      var device = contact.devices().get(i);
      if (verdicts.get(i).selected()) {
        kept.add(device);
      } else {
        warnings.add(issue(contact, device, verdicts.get(i)));
      }
    }
    if (kept.isEmpty()) {
      return new CookedRow.Bad(issue(contact, null, failedFirst(verdicts)));
    }
    return kept.size() == verdicts.size() ? row : new CookedRow.Good(contact.with(kept), warnings);
  }

  private static Verdict failedFirst(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> v.failure() != null)
        .findFirst()
        .orElseGet(() -> verdicts.get(0));
  }

  private RowIssue issue(CookedContact contact, @Nullable CookedDevice device, Verdict verdict) {
    var column = device == null ? null : device.column();
    return verdict.failure() == null
        ? new RowIssue(contact.row(), contact.line(), column, IssueCode.FILTERED, outside)
        : new RowIssue(
            contact.row(),
            contact.line(),
            column,
            IssueCode.RULE_FAILED,
            "could not be judged by the rule " + name + ": " + verdict.failure());
  }
}
