package io.beckon.clusterconfig.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on the starting thread for something outside the JVM that cannot call back. */
public final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Patience() {}

  /** True as soon as {@code condition} holds; false when {@code limit} has passed before. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return true;
  }
}
