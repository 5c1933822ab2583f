package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Instant;
import java.util.List;

/** What of a plan can say anything about one attempt. */
final class Applicable {
  private Applicable() {}

  /** A list of Client IDs says nothing about somebody without one. */
  static List<SuppressionTerms> lists(CheckRequest request, Plan plan, Instant at) {
    return plan.rules().suppressionLists(plan.terms(), at).stream()
        .filter(l -> l.type() == SuppressionType.DEVICE || request.clientId() != null)
        .toList();
  }

  static List<AttemptRule> attemptRules(CheckRequest request, Plan plan) {
    return plan.attemptRules().stream()
        .filter(r -> r.countBy() != AttemptRule.CountBy.CLIENT_ID || request.clientId() != null)
        .toList();
  }
}
