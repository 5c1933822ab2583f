package io.beckon.bench.ingest;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The longest time for which observers of a load were told nothing, and for which what they saw
 * when they were told stood still.
 */
final class ProgressGap implements ChangeFeed {
  private final Supplier<?> shown;
  private long began = System.nanoTime();
  private @Nullable Object saw;
  private Longest silence = new Longest(began, 0, began);
  private Longest standstill = silence;

  /** The longest time between two moments so far, where it began, and the last moment. */
  private record Longest(long last, long nanos, long from) {
    Longest at(long now) {
      return now - last > nanos
          ? new Longest(now, now - last, last)
          : new Longest(now, nanos, from);
    }
  }

  /**
   * @param shown what observers see of the load
   */
  ProgressGap(Supplier<?> shown) {
    this.shown = shown;
  }

  /** The load begins now. */
  synchronized ChangeFeed begun() {
    began = System.nanoTime();
    silence = new Longest(began, 0, began);
    standstill = silence;
    return this;
  }

  @Override
  public synchronized void changed(ChangeKind kind, TenantId tenant, String id) {
    long now = System.nanoTime();
    silence = silence.at(now);
    Object seen = shown.get();
    if (!seen.equals(saw)) {
      saw = seen;
      standstill = standstill.at(now);
    }
  }

  /** When the longest ones began, and when observers were told last: seconds of the load. */
  synchronized String where() {
    return "longest silence from %.1f s, longest standstill from %.1f s, of %.1f s"
        .formatted(since(silence.from), since(standstill.from), since(silence.last));
  }

  private double since(long moment) {
    return (moment - began) / 1e9;
  }

  synchronized double silence() {
    return silence.nanos / 1e9;
  }

  synchronized double standstill() {
    return standstill.nanos / 1e9;
  }
}
