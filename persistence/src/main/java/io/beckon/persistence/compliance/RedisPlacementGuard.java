package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once more at erasure, suppression and halt, by the same script as the check. */
public final class RedisPlacementGuard implements PlacementGuard {
  private static final Logger log = LoggerFactory.getLogger(RedisPlacementGuard.class);
  private static final AttemptId NONE = new AttemptId(new UUID(0, 0));

  private final ReservationStore store;
  private final RuleSets ruleSets;
  private final Clock clock;

  public RedisPlacementGuard(ReservationStore store, RuleSets ruleSets, Clock clock) {
    this.store = store;
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Answer> look(Placement placement) {
    try {
      return ruleSets
          .current(placement.tenant())
          .thenCompose(rules -> look(placement, rules, true))
          .exceptionally(
              failure -> {
                log.warn("guard=uncertain cause=\"{}\"", failure.toString());
                return Answer.UNCERTAIN;
              });
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(Answer.UNCERTAIN);
    }
  }

  private CompletionStage<Answer> look(Placement placement, RuleSet rules, boolean again) {
    Question question = question(placement, rules);
    return store
        .ask(List.of(question))
        .thenCompose(
            observed ->
                again && isOldRules(observed.get(0))
                    ? ruleSets
                        .atLeast(
                            placement.tenant(),
                            ((Observation.Unknown) observed.get(0)).newestRuleSet())
                        .thenCompose(newer -> look(placement, newer, false))
                    : CompletableFuture.completedFuture(
                        answer(observed.get(0), isErased(placement, rules))));
  }

  private static boolean isOldRules(Observation observation) {
    return observation instanceof Observation.Unknown unknown
        && unknown.trouble() == Trouble.OLD_RULES;
  }

  private static boolean isErased(Placement placement, RuleSet rules) {
    return rules.erased().has(placement.device()) || rules.erased().hasClient(placement.clientId());
  }

  private static Answer answer(Observation observation, boolean erased) {
    if (!(observation instanceof Observation.Seen seen)) {
      return Answer.UNCERTAIN;
    }
    if (seen.halted()) {
      return Answer.HALTED;
    }
    return erased || seen.entries().stream().anyMatch(e -> e.suppresses(seen.at()))
        ? Answer.SUPPRESSED
        : Answer.PLACE;
  }

  private Question question(Placement placement, RuleSet rules) {
    var terms =
        new CampaignTerms(
            placement.group(),
            placement.channel(),
            placement.suppressionLists(),
            List.of(),
            null,
            1);
    var booking =
        new Booking(
            placement.tenant(),
            NONE,
            placement.channel(),
            placement.group(),
            placement.device(),
            placement.clientId(),
            false);
    List<SuppressionTerms> lists =
        rules.suppressionLists(terms, clock.instant()).stream()
            .filter(l -> l.type() == SuppressionType.DEVICE || placement.clientId() != null)
            .toList();
    return new Question(
        booking, rules.version(), new Mode.LookNow(clock.instant()), lists, List.of());
  }
}
