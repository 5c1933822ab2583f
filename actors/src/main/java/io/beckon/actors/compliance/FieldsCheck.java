package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import java.util.List;

/**
 * A dial session whose rules are older than the worker's has not read the fields a new rule looks
 * at; it asks again in a moment, so this is no reason to cancel a record.
 */
final class FieldsCheck implements Check.Local {
  private static final RuleRef RULE = new RuleRef("fields-not-read", RuleType.SYSTEM, 1);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    boolean missing =
        inquiry.ours() && !inquiry.request().fields().keySet().containsAll(inquiry.plan().fields());
    return missing
        ? List.of(Finding.postponed(RULE, "Fields that a new rule looks at are not read yet."))
        : List.of();
  }
}
