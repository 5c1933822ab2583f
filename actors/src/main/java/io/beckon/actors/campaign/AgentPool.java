package io.beckon.actors.campaign;

import io.beckon.protocol.dialing.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The simulated agents of one group: who is with which call. Pure; time is handed in. */
final class AgentPool {
  /** A call that no session has shown as talking for this long has ended unheard of. */
  private static final Duration UNHEARD = Duration.ofSeconds(5);

  /** Nobody waits longer than the gateway's two seconds. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private static final int WINDOW_SECONDS = 60;

  private final Deque<String> free = new ArrayDeque<>();
  private final Map<AttemptId, Held> held = new HashMap<>();
  private final Map<AttemptId, Instant> waiting = new LinkedHashMap<>();
  private final Deque<double[]> seconds = new ArrayDeque<>();
  private double total;
  private double busy;
  private int size;
  private @Nullable Instant last;

  private record Held(String agent, Instant heard) {}

  /** Changes how many agents are signed on; those who leave finish their call first. */
  void resize(int agents) {
    for (int n = size + 1; n <= agents; n++) {
      free.addLast("simulated-" + n);
    }
    for (int n = agents + 1; n <= size; n++) {
      free.remove("simulated-" + n);
    }
    size = agents;
  }

  /** An agent for the call now, or a place in the queue. */
  Optional<String> want(AttemptId attempt, Instant now) {
    Held already = held.get(attempt);
    if (already != null) {
      return Optional.of(already.agent());
    }
    String agent = free.pollFirst();
    if (agent == null) {
      waiting.put(attempt, now);
      return Optional.empty();
    }
    held.put(attempt, new Held(agent, now));
    return Optional.of(agent);
  }

  /** The call is over. */
  void done(AttemptId attempt) {
    waiting.remove(attempt);
    Held was = held.remove(attempt);
    if (was != null) {
      goesFree(was.agent());
    }
  }

  private void goesFree(String agent) {
    int number = Integer.parseInt(agent.substring(agent.lastIndexOf('-') + 1));
    if (number <= size) {
      free.addLast(agent);
    }
  }

  /** The longest waiting call that can have an agent now. */
  Optional<AttemptId> next(Instant now) {
    waiting.values().removeIf(since -> since.plus(LONGEST_WAIT).isBefore(now));
    if (waiting.isEmpty() || free.isEmpty()) {
      return Optional.empty();
    }
    AttemptId attempt = waiting.keySet().iterator().next();
    waiting.remove(attempt);
    return Optional.of(attempt);
  }

  /**
   * A session shows which of its calls talk: keeps their agents, and takes agents for unknown ones.
   */
  void talking(Collection<AttemptId> attempts, Instant now) {
    for (AttemptId attempt : attempts) {
      Held was = held.get(attempt);
      String agent = was == null ? free.pollFirst() : was.agent();
      if (agent != null) {
        held.put(attempt, new Held(agent, now));
      }
    }
  }

  /** Frees agents whose calls nobody has shown for long; returns those calls. */
  List<AttemptId> unheard(Instant now) {
    List<AttemptId> lost =
        held.entrySet().stream()
            .filter(e -> e.getValue().heard().plus(UNHEARD).isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    lost.forEach(this::done);
    return lost;
  }

  /** Adds the time since the last call to the occupancy of the last minute. */
  void pass(Instant now) {
    if (last != null && size > 0) {
      double span = Duration.between(last, now).toMillis() / 1000.0;
      add(span, span * Math.min(talkingNow(), size) / size);
      while (total > WINDOW_SECONDS && seconds.size() > 1) {
        double[] oldest = seconds.removeFirst();
        total -= oldest[0];
        busy -= oldest[1];
      }
    }
    last = now;
  }

  private void add(double span, double ofIt) {
    seconds.addLast(new double[] {span, ofIt});
    total += span;
    busy += ofIt;
  }

  OptionalDouble occupancyPct() {
    return total <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, Math.min(100, 100 * busy / total)));
  }

  int size() {
    return size;
  }

  int talkingNow() {
    return held.size();
  }

  int ready() {
    return free.size();
  }

  int waitingNow() {
    return waiting.size();
  }
}
