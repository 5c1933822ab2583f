package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.dialing.CallResult;
import java.util.List;

/** Who was erased is not contacted, whatever list or caller still names them. */
final class ErasedCheck implements Check.Local {
  private static final RuleRef RULE = new RuleRef("erased", RuleType.SUPPRESSION, 1);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    return List.of(
        inquiry.erased()
            ? Finding.denied(
                RULE, "The person was erased at their wish.", CallResult.DO_NOT_CALL, null)
            : Finding.allowed(RULE, "nobody who was erased"));
  }
}
