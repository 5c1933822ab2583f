package io.beckon.actors.voice.simulated;

import java.time.Duration;
import java.util.PriorityQueue;

/** What the network will do later, earliest first. For one thread. */
final class Alarms {
  private record Alarm(long nanos, long order, Runnable action) {}

  private final PriorityQueue<Alarm> queue =
      new PriorityQueue<>(
          (a, b) -> {
            int byTime = Long.compare(a.nanos - b.nanos, 0);
            return byTime != 0 ? byTime : Long.compare(a.order, b.order);
          });
  private long order;

  void in(Duration delay, Runnable action) {
    queue.add(new Alarm(System.nanoTime() + delay.toNanos(), order++, action));
  }

  /** Milliseconds to sleep until the next one, at least 1; 0 when there is none. */
  long millisToNext() {
    Alarm next = queue.peek();
    return next == null ? 0 : Math.max(1, (next.nanos - System.nanoTime()) / 1_000_000);
  }

  void ring() {
    long now = System.nanoTime();
    while (!queue.isEmpty() && queue.peek().nanos - now <= 0) {
      queue.remove().action.run();
    }
  }

  int size() {
    return queue.size();
  }
}
