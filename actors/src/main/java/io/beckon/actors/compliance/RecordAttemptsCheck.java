package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import java.util.List;

/** A record is tried no more often than its group allows. */
final class RecordAttemptsCheck implements Check.Local {
  private static final RuleRef RULE = new RuleRef("max-attempts-per-record", RuleType.ATTEMPT, 1);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    int made = inquiry.request().attemptsMade();
    int most = inquiry.terms().maxAttemptsPerRecord();
    return List.of(
        made >= most
            ? Finding.denied(
                RULE, "This record has had " + made + " of at most " + most + " attempts.", null)
            : Finding.allowed(RULE, made + " of at most " + most + " attempts made"));
  }
}
