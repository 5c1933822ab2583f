package io.beckon.actors.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * How many attempts may start per tick so that checks keep up: more while all is well, half when a
 * session had trouble, as TCP finds the width of a path. A group that starts with hundreds of free
 * agents on a cold node would otherwise have its first checks answered too late. Pure.
 */
final class Throttle {
  /** At 20 ticks a second: 80 attempts a second at first, double after some 0.7 seconds. */
  private static final double FIRST = 4;

  private static final double GROWTH = 1.05;
  private static final double LARGEST = 1000;

  /** A session shows a trouble for two seconds; that is one trouble. */
  private static final Duration UNHEEDED = Duration.ofMillis(2500);

  private double window = FIRST;
  private Instant heedFrom = Instant.MIN;

  /** At most so many of the {@code wanted} attempts may start in this tick. */
  int limit(int wanted, boolean trouble, Instant now) {
    if (trouble && now.isAfter(heedFrom)) {
      window = Math.max(1, window / 2);
      heedFrom = now.plus(UNHEEDED);
    } else if (!trouble && wanted >= window) {
      window = Math.min(LARGEST, window * GROWTH);
    }
    return (int) Math.min(wanted, window);
  }
}
