package io.beckon.bench.chaos;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
public final class Waiting {
  private static final Duration STEP = Duration.ofMillis(200);

  private Waiting() {}

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Fails with the sentence when the condition does not come true in time. */
  public static void until(String what, Duration most, BooleanSupplier condition) {
    until(what, most, STEP, condition);
  }

  /** Looks once in each step. */
  public static void until(String what, Duration most, Duration step, BooleanSupplier condition) {
    if (!became(most, step, condition)) {
      throw new IllegalStateException("not within " + most.toSeconds() + " s: " + what);
    }
  }

  /** False when the condition does not come true in time. */
  static boolean became(Duration most, BooleanSupplier condition) {
    return became(most, STEP, condition);
  }

  private static boolean became(Duration most, Duration step, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(step);
    }
    return true;
  }
}
