package io.beckon.http.event;

import akka.stream.BoundedSourceQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits for one browser: the newest event of each object, however slow the browser is. Whoever
 * has more objects waiting than fit is cut off; it comes back and gets a snapshot.
 */
final class Subscriber {
  private static final int MOST_OBJECTS = 10_000;

  /** Tells the stream that something waits; one such word is enough. */
  private final BoundedSourceQueue<Boolean> wake;

  private final Map<LiveEvent.Key, LiveEvent> waiting = new LinkedHashMap<>();
  private boolean held;

  /**
   * @param held nothing is sent before {@link #release}
   */
  Subscriber(BoundedSourceQueue<Boolean> wake, boolean held) {
    this.wake = wake;
    this.held = held;
  }

  synchronized void offer(LiveEvent event) {
    waiting.remove(event.key());
    waiting.put(event.key(), event);
    if (waiting.size() > MOST_OBJECTS) {
      waiting.clear();
      wake.fail(new IllegalStateException("a browser is too slow"));
      return;
    }
    wake();
  }

  synchronized List<LiveEvent> drain() {
    if (held) {
      return List.of();
    }
    var events = new ArrayList<>(waiting.values());
    waiting.clear();
    return events;
  }

  /**
   * Sends {@code snapshot}, then what comes.
   *
   * @return objects whose waiting events may be older than the snapshot; they are dropped and must
   *     be read again
   */
  synchronized Set<LiveEvent.Key> release(List<LiveEvent> snapshot) {
    var doubtful = Set.copyOf(waiting.keySet());
    waiting.clear();
    snapshot.forEach(event -> waiting.put(event.key(), event));
    held = false;
    wake();
    return doubtful;
  }

  void end(Throwable cause) {
    wake.fail(cause);
  }

  private void wake() {
    // Dropped when such a word waits already; refused when the browser has gone.
    var unused = wake.offer(true);
  }
}
