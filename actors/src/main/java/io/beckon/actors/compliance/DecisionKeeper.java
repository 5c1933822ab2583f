package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.Booking;
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
  record Reached(Booking booking, Verdict verdict, boolean mayBeBooked) {}

  DecisionKeeper(PoolParts parts) {
    this.parts = parts;
  }

  /** Where nothing could be checked nothing was decided, and nothing is kept. */
  CompletionStage<Verdicts> keep(long ruleSet, List<Reached> reached) {
    releaseDenied(reached);
    List<Decision> decisions =
        reached.stream()
            .filter(r -> isDecided(r.verdict()))
            .map(r -> decision(r.booking(), ruleSet, r.verdict()))
            .toList();
    var verdicts = new Verdicts(reached.stream().map(Reached::verdict).toList());
    if (decisions.isEmpty()) {
      return CompletableFuture.completedFuture(verdicts);
    }
    return parts
        .decisions()
        .keep(decisions)
        .handle((kept, failure) -> failure == null ? verdicts : notKept(reached, failure));
  }

  private static boolean isDecided(Verdict verdict) {
    Denial denial = verdict.denial();
    return denial == null || !denial.uncertain();
  }

  private Verdicts notKept(List<Reached> reached, Throwable failure) {
    log.warn("decisions=not-kept count={} cause=\"{}\"", reached.size(), failure.toString());
    List<Reached> denied =
        reached.stream()
            .map(
                r ->
                    r.verdict().allowed()
                        ? new Reached(r.booking(), deny(r.verdict()), r.mayBeBooked())
                        : r)
            .toList();
    releaseDenied(denied);
    return new Verdicts(denied.stream().map(Reached::verdict).toList());
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

  private static Decision decision(Booking booking, long ruleSet, Verdict verdict) {
    return new Decision(
        booking.tenant(), booking.group(), booking.channel(), booking.device(), ruleSet, verdict);
  }
}
