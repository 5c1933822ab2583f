package io.beckon.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.bench.chaos.Resumption.Standstill;
import io.beckon.bench.chaos.Resumption.Start;
import io.beckon.bench.chaos.Story.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {
  static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
  static final Fault KILL = new Fault(T0.plusSeconds(5), "node-1", "kill");

  @Test
  void countsFromTheFaultToTheNextAttempt() {
    var resumption =
        new Resumption(
            List.of(
                new Start(1, "node-1", T0),
                new Start(1, "node-2", T0.plusSeconds(20)),
                new Start(2, "node-3", T0),
                new Start(2, "node-3", T0.plusSeconds(90))));
    assertThat(resumption.longest(List.of(KILL)))
        .hasValueSatisfying(
            s -> {
              assertThat(s.length()).isEqualTo(Duration.ofSeconds(15));
              assertThat(s)
                  .hasToString(
                      "slice 1 stood still 15.0 s after the kill of node-1 and went on on node-2");
            });
  }

  @Test
  void aSliceMayGoOnOnTheNodeThatCameBack() {
    var resumption =
        new Resumption(
            List.of(
                new Start(1, "node-1", T0),
                new Start(1, "node-1", T0.plusSeconds(30)),
                new Start(1, "node-2", T0.plusSeconds(100))));
    assertThat(resumption.longest(List.of(KILL)).map(Standstill::length))
        .hasValue(Duration.ofSeconds(25));
  }

  @Test
  void isEmptyWhenNoSliceWasLost() {
    var resumption = new Resumption(List.of(new Start(1, "node-2", T0)));
    assertThat(resumption.longest(List.of(KILL))).isEmpty();
  }
}
