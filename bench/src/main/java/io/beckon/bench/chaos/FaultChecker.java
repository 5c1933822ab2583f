package io.beckon.bench.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.beckon.bench.chaos.Evidence.Attempt;
import io.beckon.bench.chaos.Evidence.Call;
import io.beckon.bench.chaos.Evidence.DialRecord;
import io.beckon.bench.chaos.Evidence.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares what the carrier was asked to place with what the platform says it did: nothing doubled,
 * nothing lost, nobody suppressed called, no rule exceeded. Trusts the carrier.
 */
public final class FaultChecker {
  /** An acknowledged suppression may be overtaken by a call that was allowed within this. */
  static final Duration GRACE = Duration.ofSeconds(1);

  private final Evidence evidence;
  private final Map<String, Attempt> attempts;
  private final Map<String, List<Call>> calls;
  private final Findings findings = new Findings();

  private FaultChecker(Evidence evidence) {
    this.evidence = evidence;
    this.attempts = evidence.attempts().stream().collect(toMap(Attempt::id, a -> a, (a, b) -> a));
    this.calls = evidence.calls().stream().collect(groupingBy(Call::attempt));
  }

  public static Findings check(Evidence evidence) {
    FaultChecker checker = new FaultChecker(evidence);
    checker.eachCallStandsOnce();
    checker.noCallOverlapsAnotherToItsNumber();
    checker.eachCallHasItsAttempt();
    checker.eachPlacedAttemptHasItsCall();
    checker.eachAttemptHasEnded();
    checker.eachRecordIsOver();
    checker.nobodySuppressedWasCalled();
    checker.noRecordWasTriedTooOften();
    return checker.findings;
  }

  private void eachCallStandsOnce() {
    calls.forEach(
        (attempt, lines) -> {
          for (int more = 1; more < lines.size(); more++) {
            findings.doubled("attempt " + attempt + " was placed " + lines.size() + " times");
          }
        });
    if (evidence.attempts().size() != attempts.size()) {
      findings.doubled("an attempt id stands twice among the attempts");
    }
  }

  /** A retry while the attempt before it is open would ring a telephone twice. */
  private void noCallOverlapsAnotherToItsNumber() {
    var byNumber = evidence.calls().stream().collect(groupingBy(Call::number));
    for (List<Call> lines : byNumber.values()) {
      var inOrder = lines.stream().sorted(Comparator.comparing(Call::placedAt)).toList();
      for (int i = 1; i < inOrder.size(); i++) {
        overlap(inOrder.get(i - 1), inOrder.get(i));
      }
    }
  }

  private void overlap(Call before, Call next) {
    Attempt first = attempts.get(before.attempt());
    if (first == null || next.attempt().equals(before.attempt())) {
      return;
    }
    if (first.endedAt() == null || first.endedAt().isAfter(next.placedAt())) {
      findings.doubled("attempt " + next.attempt() + " began before " + first.id() + " ended");
    }
  }

  private void eachCallHasItsAttempt() {
    for (Call call : evidence.calls()) {
      Attempt attempt = attempts.get(call.attempt());
      if (attempt == null) {
        findings.lost("the call of attempt " + call.attempt() + " is known to nobody");
      } else if (attempt.notPlaced()) {
        findings.lost("attempt " + call.attempt() + " was placed but is kept as not placed");
      } else if (!attempt.device().equals(call.number())) {
        findings.lost("attempt " + call.attempt() + " went to another number than it says");
      }
    }
  }

  private void eachPlacedAttemptHasItsCall() {
    for (Attempt attempt : evidence.attempts()) {
      if (attempt.placedAt() != null && !calls.containsKey(attempt.id())) {
        findings.lost("attempt " + attempt.id() + " says it was placed; the carrier has no call");
      }
    }
  }

  private void eachAttemptHasEnded() {
    for (Attempt attempt : evidence.attempts()) {
      if (attempt.callResult() == null && !attempt.notPlaced()) {
        findings.lost("attempt " + attempt.id() + " has no result");
      }
    }
  }

  private void eachRecordIsOver() {
    if (evidence.records().size() != evidence.limits().records()) {
      findings.lost(
          evidence.limits().records() + " records expected, " + evidence.records().size() + " are");
    }
    var made =
        evidence.attempts().stream()
            .filter(a -> !a.notPlaced())
            .collect(groupingBy(Attempt::record));
    for (DialRecord dialRecord : evidence.records()) {
      int count = made.getOrDefault(dialRecord.id(), List.of()).size();
      if (!dialRecord.over()) {
        findings.lost("record " + dialRecord.id() + " is neither final nor suppressed");
      } else if (dialRecord.attempts() != count) {
        findings.lost(
            "record " + dialRecord.id() + " counts " + dialRecord.attempts() + ", made " + count);
      } else if (!dialRecord.suppressed()) {
        ledThere(dialRecord);
      }
    }
  }

  /** A final record's result is its last attempt's. */
  private void ledThere(DialRecord dialRecord) {
    Attempt last = dialRecord.lastAttempt() == null ? null : attempts.get(dialRecord.lastAttempt());
    if (dialRecord.attempts() > 0
        && (last == null || !Objects.equals(last.callResult(), dialRecord.callResult()))) {
      findings.lost("record " + dialRecord.id() + " is final without the attempt that led there");
    }
  }

  private void nobodySuppressedWasCalled() {
    Map<String, Instant> since =
        evidence.suppressed().stream()
            .collect(
                toMap(
                    Suppressed::device,
                    Suppressed::acknowledgedAt,
                    (a, b) -> a.isBefore(b) ? a : b));
    for (Call call : evidence.calls()) {
      Instant from = since.get(call.number());
      if (from != null && call.placedAt().isAfter(from.plus(GRACE))) {
        findings.suppressedCalled(
            "attempt "
                + call.attempt()
                + " came "
                + Duration.between(from, call.placedAt()).toMillis()
                + " ms after the suppression");
      }
    }
  }

  private void noRecordWasTriedTooOften() {
    int most = evidence.limits().attempts();
    evidence.calls().stream()
        .collect(groupingBy(Call::number))
        .forEach(
            (number, lines) -> {
              if (lines.size() > most) {
                findings.beyondRule(
                    lines.size() + " calls to the number of attempt " + lines.get(0).attempt());
              }
            });
    evidence.attempts().stream()
        .filter(a -> !a.notPlaced())
        .collect(groupingBy(Attempt::record))
        .forEach(this::withinItsTreatments);
  }

  private void withinItsTreatments(String dialRecord, List<Attempt> made) {
    if (made.size() > evidence.limits().attempts()) {
      findings.beyondRule("record " + dialRecord + " was tried " + made.size() + " times");
    }
    var inOrder = made.stream().sorted(Comparator.comparing(Attempt::id)).toList();
    int retries = 0;
    for (int i = 0; i + 1 < inOrder.size(); i++) {
      String result = inOrder.get(i).callResult();
      int count =
          evidence.limits().treatments().stream()
              .filter(t -> t.callResults().contains(String.valueOf(result)))
              .mapToInt(Evidence.Treatment::count)
              .findFirst()
              .orElse(0);
      retries = i > 0 && !sameTreatment(inOrder.get(i - 1), inOrder.get(i)) ? 1 : retries + 1;
      if (retries > count) {
        findings.beyondRule(
            "record " + dialRecord + " was tried again after " + result + " no. " + retries);
      }
    }
  }

  private boolean sameTreatment(Attempt a, Attempt b) {
    return evidence.limits().treatments().stream()
        .anyMatch(
            t ->
                t.callResults().contains(String.valueOf(a.callResult()))
                    && t.callResults().contains(String.valueOf(b.callResult())));
  }
}
