package io.beckon.persistence.tenant;

import java.time.Duration;
import java.time.Instant;

/**
 * How long guessing is held off: four wrong passwords in a row are forgiven, from the fifth on each
 * doubles the wait, up to a quarter of an hour.
 *
 * @param failures wrong passwords in a row
 */
record LockOut(int failures, Instant lastAt) {
  private static final int FORGIVEN = 4;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int LONGEST_DOUBLING = 10;

  Instant openAt() {
    if (failures <= FORGIVEN) {
      return lastAt;
    }
    var wait = Duration.ofSeconds(1L << Math.min(failures - FORGIVEN, LONGEST_DOUBLING));
    return lastAt.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  boolean holdsOff(Instant now) {
    return now.isBefore(openAt());
  }
}
