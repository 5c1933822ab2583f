package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ComplianceCommand.Authorise;
import io.beckon.protocol.compliance.Decisions.Decision;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.compliance.Verdicts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps decisions before they are answered, so that no attempt goes out without its reason on
 * record, and gives back what was booked for attempts that are denied.
 *
 * <p>Writing first costs a batch one shared commit (see the bench {@code compliance}); in return
 * the asker need not write decisions itself.
 */
final class DecisionKeeper {
  private static final Logger log = LoggerFactory.getLogger(DecisionKeeper.class);

  private final PoolParts parts;

  /**
   * A verdict and what was booked for it.
   *
   * @param mayBeBooked the attempt counts, or it is not known whether it does
   */
  record Reached(Inquiry inquiry, Booking booking, Verdict verdict, boolean mayBeBooked) {
    Reached with(Verdict other) {
      return new Reached(inquiry, booking, other, mayBeBooked);
    }
  }

  DecisionKeeper(PoolParts parts) {
    this.parts = parts;
  }

  /** Where nothing could be checked nothing was decided: that is counted, not waited for. */
  CompletionStage<Verdicts> keep(long ruleSet, List<Reached> reached) {
    releaseDenied(reached);
    doubt(ruleSet, reached);
    List<Decision> decisions =
        reached.stream()
            .filter(r -> isDecided(r.verdict()))
            .map(r -> decision(r, ruleSet))
            .toList();
    var verdicts = new Verdicts(reached.stream().map(Reached::verdict).toList());
    if (decisions.isEmpty()) {
      return CompletableFuture.completedFuture(verdicts);
    }
    return parts
        .decisions()
        .keep(decisions)
        .handle((kept, failure) -> failure == null ? verdicts : notKept(ruleSet, reached, failure));
  }

  /** Denied before there were rules to check by. */
  void doubt(Authorise command, CheckRequest request, Verdict denied) {
    parts
        .decisions()
        .doubt(
            new Decision(
                command.tenant(), command.terms(), request, command.external(), 0, denied));
  }

  private void doubt(long ruleSet, List<Reached> reached) {
    reached.stream()
        .filter(r -> !isDecided(r.verdict()))
        .forEach(r -> parts.decisions().doubt(decision(r, ruleSet)));
  }

  private static boolean isDecided(Verdict verdict) {
    Denial denial = verdict.denial();
    return denial == null || !denial.uncertain();
  }

  private Verdicts notKept(long ruleSet, List<Reached> reached, Throwable failure) {
    log.warn("decisions=not-kept count={} cause=\"{}\"", reached.size(), failure.toString());
    List<Reached> denied =
        reached.stream()
            .filter(r -> r.verdict().allowed())
            .map(r -> r.with(deny(r.verdict())))
            .toList();
    releaseDenied(denied);
    doubt(ruleSet, denied);
    return new Verdicts(
        reached.stream()
            .map(r -> r.verdict().allowed() ? deny(r.verdict()) : r.verdict())
            .toList());
  }

  private static Verdict deny(Verdict verdict) {
    return new Verdict(verdict.attempt(), verdict.decision(), verdict.at(), Troubles.NOT_KEPT);
  }

  /** If it fails the attempt counts though it was not made: the strict side. */
  private void releaseDenied(List<Reached> reached) {
    List<Released> denied =
        reached.stream()
            .filter(r -> !r.verdict().allowed() && r.mayBeBooked())
            .map(r -> released(r.booking()))
            .toList();
    if (!denied.isEmpty()) {
      parts
          .reservations()
          .release(reached.get(0).booking().tenant(), denied)
          .exceptionally(
              failure -> {
                log.debug("bookings=not-released cause=\"{}\"", failure.toString());
                return null;
              });
    }
  }

  private static Released released(Booking booking) {
    return new Released(booking.attempt(), booking.group(), booking.device(), booking.clientId());
  }

  private static Decision decision(Reached reached, long ruleSet) {
    return new Decision(
        reached.booking().tenant(),
        reached.inquiry().terms(),
        reached.inquiry().request(),
        reached.booking().external(),
        ruleSet,
        reached.verdict());
  }
}
