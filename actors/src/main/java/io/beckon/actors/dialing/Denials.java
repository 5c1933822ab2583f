package io.beckon.actors.dialing;

import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.NextStep;
import java.time.Instant;

/** Decides what becomes of a record that compliance has denied for certain. */
final class Denials {
  private Denials() {}

  static NextStep after(GroupSettings group, ClaimedRecord record, Denial denial, Instant at) {
    Instant from = denial.allowedFrom();
    if (from != null) {
      return new NextStep.ReadyAt(from, record.retries(), record.treatment(), isZone(denial));
    }
    if (isSuppression(denial)) {
      return new NextStep.Suppressed(at);
    }
    var past = new Treatments.Past(record.made(), record.retries(), record.treatment());
    return Treatments.after(group, past, denial.callResult(), at);
  }

  private static boolean isZone(Denial denial) {
    return denial.rule().type() == RuleType.CONTACT_TIMES
        || denial.rule().type() == RuleType.CONTACT_DATES;
  }

  private static boolean isSuppression(Denial denial) {
    return denial.rule().type() == RuleType.SUPPRESSION
        || denial.rule().type() == RuleType.REGISTRY;
  }
}
