package io.beckon.actors.voice;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.GatewayCommand.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The attempts a gateway has in hand, with the moment at which each state runs out, and the ids it
 * will never place again.
 */
final class Switchboard {
  /** One attempt in hand. */
  record Entry(Place place, CallState state) {
    AttemptId attempt() {
      return place.attempt();
    }
  }

  private record Deadline(Instant at, AttemptId attempt, CallState state) {}

  private record Seen(AttemptId attempt, Instant till) {}

  /** A Place is young for one second; the rest is room for clocks and pauses. */
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final Map<AttemptId, Entry> entries = new HashMap<>();
  private final PriorityQueue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));
  private final Set<AttemptId> seen = new HashSet<>();
  private final Queue<Seen> seenInOrder = new ArrayDeque<>();

  Optional<Entry> find(AttemptId attempt) {
    return Optional.ofNullable(entries.get(attempt));
  }

  int size() {
    return entries.size();
  }

  /** False when it was seen before; true makes it seen. */
  boolean firstSeen(AttemptId attempt, Instant now) {
    if (entries.containsKey(attempt) || !seen.add(attempt)) {
      return false;
    }
    seenInOrder.add(new Seen(attempt, now.plus(REMEMBERED)));
    return true;
  }

  /** Puts the attempt into a state that runs out at a moment. */
  Entry put(Place place, CallState state, Instant till) {
    Entry entry = new Entry(place, state);
    entries.put(place.attempt(), entry);
    deadlines.add(new Deadline(till, place.attempt(), state));
    return entry;
  }

  /** Forgets an attempt whose final report is stored. */
  void stored(AttemptId attempt) {
    Entry entry = entries.get(attempt);
    if (entry != null && entry.state() instanceof CallState.Over) {
      entries.remove(attempt);
    }
  }

  /** Hands over what has run out by now. The consumer must put each into a new state or resend. */
  void expire(Instant now, Consumer<Entry> expired) {
    while (!deadlines.isEmpty() && !deadlines.peek().at().isAfter(now)) {
      Deadline due = deadlines.remove();
      Entry entry = entries.get(due.attempt());
      if (entry != null && entry.state().equals(due.state())) {
        expired.accept(entry);
      }
    }
    while (!seenInOrder.isEmpty() && seenInOrder.peek().till().isBefore(now)) {
      seen.remove(seenInOrder.remove().attempt());
    }
  }

  /** The attempts in hand, safe to change while going through them. */
  Iterable<Entry> all() {
    return entries.values().stream().toList();
  }
}
