package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.ContactTimes.Whereabouts;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.suppression.SuppressionTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything the checks may look at for one attempt.
 *
 * @param plan what holds for the group
 * @param at the moment it is checked for
 * @param lists the suppression lists that hold, beside the entries of what was seen
 * @param attemptRules the attempt rules that hold, beside its tallies
 * @param ours asked by a dial session, which can look up any field of a contact
 */
record Inquiry(
    CheckRequest request,
    Plan plan,
    Instant at,
    List<SuppressionTerms> lists,
    List<AttemptRule> attemptRules,
    boolean ours) {

  static Inquiry of(CheckRequest request, Plan plan, Instant at, boolean ours) {
    return new Inquiry(
        request,
        plan,
        at,
        Applicable.lists(request, plan, at),
        Applicable.attemptRules(request, plan),
        ours);
  }

  Inquiry at(Instant moment) {
    return new Inquiry(request, plan, moment, lists, attemptRules, ours);
  }

  CampaignTerms terms() {
    return plan.terms();
  }

  ContactTimes times() {
    return plan.times();
  }

  /** Every zone the device may be in. */
  List<ZoneId> zones() {
    return times().zones(whereabouts());
  }

  /** Whether the device or the person is one that was erased. */
  boolean erased() {
    var erased = plan.rules().erased();
    return erased.has(request.device()) || erased.hasClient(request.clientId());
  }

  Whereabouts whereabouts() {
    return new Whereabouts(
        request.deviceZones(), request.contactZones(), request.country(), request.states());
  }

  /** Empty: the contact has none, or it is not known. */
  Optional<String> field(String name) {
    return Optional.ofNullable(request.fields().get(name)).filter(value -> !value.isBlank());
  }

  /** What could be decided without the store. */
  sealed interface Knowledge {
    record BeforeStore() implements Knowledge {}

    record AfterStore(Seen seen) implements Knowledge {}
  }
}
