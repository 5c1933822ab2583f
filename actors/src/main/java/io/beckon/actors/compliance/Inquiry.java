package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.ContactTimes.Whereabouts;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.suppression.SuppressionTerms;
import java.time.Instant;
import java.util.List;

/**
 * Everything the checks may look at for one attempt.
 *
 * @param at the moment it is checked for
 * @param lists the suppression lists that hold, beside the entries of what was seen
 * @param attemptRules the attempt rules that hold, beside its tallies
 * @param erased whether the device or the person is one that was erased
 */
record Inquiry(
    CheckRequest request,
    CampaignTerms terms,
    ContactTimes times,
    Instant at,
    List<SuppressionTerms> lists,
    List<AttemptRule> attemptRules,
    boolean erased) {

  static Inquiry of(CheckRequest request, CampaignTerms terms, RuleSet rules, Instant at) {
    return new Inquiry(
        request,
        terms,
        rules.contactTimes(terms),
        at,
        Applicable.lists(request, terms, rules, at),
        Applicable.attemptRules(request, terms, rules),
        rules.erased().has(request.device()) || rules.erased().hasClient(request.clientId()));
  }

  Inquiry at(Instant moment) {
    return new Inquiry(request, terms, times, moment, lists, attemptRules, erased);
  }

  Whereabouts whereabouts() {
    return new Whereabouts(
        request.deviceZones(), request.contactZones(), request.country(), request.states());
  }

  /** What could be decided without the store. */
  sealed interface Knowledge {
    record BeforeStore() implements Knowledge {}

    record AfterStore(Seen seen) implements Knowledge {}
  }
}
