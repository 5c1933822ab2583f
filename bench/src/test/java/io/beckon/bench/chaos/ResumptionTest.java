package io.beckon.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.bench.chaos.Resumption.Start;
import io.beckon.bench.chaos.Story.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {
  static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void countsFromTheFaultToTheFirstAttemptOnAnotherNode() {
    var resumption =
        new Resumption(
            List.of(
                new Start(1, "node-1", T0),
                new Start(1, "node-2", T0.plusSeconds(20)),
                new Start(2, "node-3", T0),
                new Start(2, "node-3", T0.plusSeconds(90))));
    var faults = List.of(new Fault(T0.plusSeconds(5), "node-1", "kill"));
    assertThat(resumption.longest(faults)).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void isZeroWhenNoSliceWasLost() {
    var resumption = new Resumption(List.of(new Start(1, "node-1", T0)));
    var faults = List.of(new Fault(T0.plusSeconds(5), "node-2", "kill"));
    assertThat(resumption.longest(faults)).isZero();
  }
}
