package io.beckon.actors.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Duration TICK = Duration.ofMillis(50);

  private final Throttle throttle = new Throttle();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void opensToWhatAFastGroupWantsWithinSomeSeconds() {
    assertThat(limit(400, false)).isLessThan(10);
    assertThat(after(Duration.ofSeconds(6), 400, false)).isEqualTo(400);
  }

  @Test
  void halvesOnceForEachTroubleAndNeverStopsTrying() {
    after(Duration.ofSeconds(6), 400, false);
    int before = limit(10_000, false);

    assertThat(limit(10_000, true)).isBetween(before / 2 - 1, before / 2 + before / 10);
    assertThat(limit(10_000, true)).isGreaterThan(before / 3);
    assertThat(after(Duration.ofSeconds(30), 10_000, true)).isEqualTo(1);
  }

  @Test
  void doesNotOpenWiderWhileNobodyWantsMore() {
    assertThat(after(Duration.ofSeconds(60), 2, false)).isEqualTo(2);
    assertThat(limit(400, false)).isLessThan(10);
  }

  private int after(Duration time, int wanted, boolean trouble) {
    int limit = 0;
    for (long tick = 0; tick < time.dividedBy(TICK); tick++) {
      limit = limit(wanted, trouble);
    }
    return limit;
  }

  private int limit(int wanted, boolean trouble) {
    now = now.plus(TICK);
    return throttle.limit(wanted, trouble, now);
  }
}
