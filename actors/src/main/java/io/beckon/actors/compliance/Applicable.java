package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Instant;
import java.util.List;

/** What of a tenant's rules can say anything about one attempt. */
final class Applicable {
  private Applicable() {}

  /** A list of Client IDs says nothing about somebody without one. */
  static List<SuppressionTerms> lists(
      CheckRequest request, CampaignTerms terms, RuleSet rules, Instant at) {
    return rules.suppressionLists(terms, at).stream()
        .filter(l -> l.type() == SuppressionType.DEVICE || request.clientId() != null)
        .toList();
  }

  static List<AttemptRule> attemptRules(CheckRequest request, CampaignTerms terms, RuleSet rules) {
    return rules.attemptRules(terms).stream()
        .filter(r -> r.countBy() != AttemptRule.CountBy.CLIENT_ID || request.clientId() != null)
        .toList();
  }
}
