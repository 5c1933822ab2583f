package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import java.util.List;

/** Nobody is contacted while the red button is pressed; records keep their place. */
final class HaltCheck implements Check.Stored {
  private static final RuleRef RULE = new RuleRef("halt", RuleType.SYSTEM, 1);

  @Override
  public List<Finding> look(Inquiry inquiry, Inquiry.Knowledge.AfterStore known) {
    return List.of(
        known.seen().halted()
            ? Finding.postponed(RULE, "All attempts are halted until somebody lifts the halt.")
            : Finding.allowed(RULE, "nothing is halted"));
  }
}
