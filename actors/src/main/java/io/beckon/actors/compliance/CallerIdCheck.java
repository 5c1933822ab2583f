package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.Channel;
import java.util.List;

/** Nobody is called without a number that can be called back; nobody can switch this off. */
final class CallerIdCheck implements Check.Local {
  private static final RuleRef RULE = new RuleRef("no-caller-id", RuleType.SYSTEM, 1);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    if (inquiry.terms().channel() != Channel.VOICE) {
      return List.of(Finding.notApplicable(RULE, "not a call"));
    }
    String callerId = inquiry.request().callerId();
    return List.of(
        callerId == null || callerId.isBlank()
            ? Finding.denied(RULE, "No caller ID is known for this call.", null)
            : Finding.allowed(RULE, "a caller ID is shown"));
  }
}
