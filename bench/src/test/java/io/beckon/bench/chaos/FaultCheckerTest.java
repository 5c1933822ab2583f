package io.beckon.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.bench.chaos.Evidence.Attempt;
import io.beckon.bench.chaos.Evidence.Call;
import io.beckon.bench.chaos.Evidence.DialRecord;
import io.beckon.bench.chaos.Evidence.Limits;
import io.beckon.bench.chaos.Evidence.Suppressed;
import io.beckon.bench.chaos.Evidence.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultCheckerTest {
  static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

  final List<Call> calls = new ArrayList<>();
  final List<Attempt> attempts = new ArrayList<>();
  final List<DialRecord> records = new ArrayList<>();
  final List<Suppressed> suppressed = new ArrayList<>();

  FaultCheckerTest() {
    attempt("a1", "r1", "+1", 0, "BUSY");
    attempt("a2", "r1", "+1", 60, "ANSWER");
    attempt("b1", "r2", "+2", 10, "NO_ANSWER");
    attempts.add(new Attempt("c1", "r3", "+3", null, T0.plusSeconds(5), null, true));
    records.add(new DialRecord("r1", true, false, 2, "ANSWER", "a2"));
    records.add(new DialRecord("r2", true, false, 1, "NO_ANSWER", "b1"));
    records.add(new DialRecord("r3", true, true, 0, null, null));
    suppressed.add(new Suppressed("+3", T0));
  }

  private void attempt(String id, String dialRecord, String device, int second, String result) {
    Instant at = T0.plusSeconds(second);
    calls.add(new Call(at, device, "1", id, "node-1"));
    attempts.add(new Attempt(id, dialRecord, device, at, at.plusSeconds(5), result, false));
  }

  private Findings check() {
    var limits = new Limits(3, 3, List.of(new Treatment(List.of("BUSY"), 1)));
    return FaultChecker.check(new Evidence(calls, attempts, records, suppressed, limits));
  }

  @Test
  void findsNothingInACleanRun() {
    assertThat(check().sentences()).isEmpty();
    assertThat(check().clean()).isTrue();
  }

  @Test
  void findsAPlantedDouble() {
    calls.add(new Call(T0.plusSeconds(300), "+1", "1", "a1", "node-2"));
    assertThat(check().doubled()).isEqualTo(1);
    assertThat(check().clean()).isFalse();
  }

  @Test
  void findsARetryThatBeganWhileTheAttemptBeforeWasOpen() {
    attempt("b2", "r2", "+2", 12, "NO_ANSWER");
    assertThat(check().doubled()).isEqualTo(1);
  }

  @Test
  void findsAPlantedLoss() {
    records.set(1, new DialRecord("r2", false, false, 1, null, null));
    assertThat(check().lost()).isEqualTo(1);
    assertThat(check().clean()).isFalse();
  }

  @Test
  void findsARecordThatIsGone() {
    records.remove(2);
    assertThat(check().lost()).isEqualTo(1);
  }

  @Test
  void findsALineWithoutAnAttempt() {
    calls.add(new Call(T0, "+9", "1", "nobody", "node-1"));
    assertThat(check().lost()).isEqualTo(1);
    assertThat(check().clean()).isFalse();
  }

  @Test
  void findsAPlacedAttemptWithoutALine() {
    calls.remove(2);
    assertThat(check().lost()).isEqualTo(1);
  }

  @Test
  void findsACallThatIsKeptAsNotPlaced() {
    calls.add(new Call(T0, "+3", "1", "c1", "node-1"));
    assertThat(check().lost()).isEqualTo(1);
  }

  @Test
  void findsAnAttemptWithoutAResult() {
    attempts.set(2, new Attempt("b1", "r2", "+2", T0.plusSeconds(10), null, null, false));
    assertThat(check().lost()).isEqualTo(2);
  }

  @Test
  void findsAPlantedSuppressedCall() {
    suppressed.add(new Suppressed("+2", T0.plusMillis(8_999)));
    assertThat(check().suppressedCalled()).isEqualTo(1);
    assertThat(check().clean()).isFalse();
  }

  @Test
  void allowsACallWithinASecondOfTheSuppression() {
    suppressed.add(new Suppressed("+2", T0.plusMillis(9_000)));
    assertThat(check().clean()).isTrue();
  }

  @Test
  void findsMoreAttemptsThanTheGroupAllows() {
    attempt("a3", "r1", "+1", 120, "ANSWER");
    attempt("a4", "r1", "+1", 180, "ANSWER");
    assertThat(check().beyondRule()).isPositive();
    assertThat(check().clean()).isFalse();
  }

  @Test
  void findsMoreRetriesThanATreatmentAllows() {
    attempt("b2", "r2", "+2", 60, "NO_ANSWER");
    records.set(1, new DialRecord("r2", true, false, 2, "NO_ANSWER", "b2"));
    assertThat(check().beyondRule()).isEqualTo(1);
  }
}
