package io.beckon.actors.compliance;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import java.util.List;

/** The group's own calling window, in the zones its time-zone source names. */
final class CallingWindowCheck implements Check.Local {
  private static final RuleRef RULE =
      new RuleRef("group-calling-window", RuleType.CONTACT_TIMES, 1);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    ContactTimes times = inquiry.times();
    CallingWindow window = times.window();
    if (window == null) {
      return List.of(Finding.notApplicable(RULE, "the group has no calling window"));
    }
    String what =
        "the group's window from "
            + window.from()
            + " to "
            + window.till()
            + " by "
            + window.timeZoneSource();
    var who = inquiry.whereabouts();
    return List.of(
        times.isWindowOpen(who, inquiry.at())
            ? Finding.allowed(RULE, what + " is open")
            : Finding.denied(
                RULE, "Outside " + what + ".", times.nextOpening(who, inquiry.at()).orElse(null)));
  }
}
