package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.ReservationStore.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** No more attempts within a rolling window than an ATTEMPT rule allows. */
final class AttemptRuleCheck implements Check.Stored {
  @Override
  public List<Finding> look(Inquiry inquiry, Inquiry.Knowledge.AfterStore known) {
    List<Finding> result = new ArrayList<>();
    List<AttemptRule> rules = inquiry.attemptRules();
    for (int i = 0; i < rules.size(); i++) {
      // What is booked already was within the limit when it was booked.
      Tally tally = known.seen().tallies().get(i);
      result.add(finding(rules.get(i), tally, known.seen().booked(), inquiry.zones()));
    }
    return result;
  }

  private static Finding finding(
      AttemptRule rule, Tally tally, boolean booked, List<ZoneId> zones) {
    String what = rule.counted().conversations() ? " conversations " : " attempts ";
    String saw = tally.count() + " of at most " + rule.max() + what + rule.span();
    if (booked || !tally.full(rule)) {
      return Finding.allowed(rule.ref(), saw);
    }
    Instant decisive = tally.decisive();
    return Finding.denied(
        rule.ref(),
        "There have been " + saw + ".",
        decisive == null ? null : rule.span().leaves(decisive, zones));
  }
}
