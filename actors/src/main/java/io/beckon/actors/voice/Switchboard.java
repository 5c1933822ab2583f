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

  private record Deadline(Instant at, AttemptId attempt) {}

  /**
   * An entry, when its state runs out, and when it is looked at next: at that moment or before. An
   * attempt changes its state often and runs out seldom, so one waiting deadline is enough.
   */
  private record Held(Entry entry, Instant till, Instant looked) {}

  private record Seen(AttemptId attempt, Instant till) {}

  /** A Place is young for one second; the rest is room for clocks and pauses. */
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final Map<AttemptId, Held> entries = new HashMap<>();
  private final PriorityQueue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));
  private final Set<AttemptId> seen = new HashSet<>();
  private final Queue<Seen> seenInOrder = new ArrayDeque<>();

  Optional<Entry> find(AttemptId attempt) {
    return Optional.ofNullable(entries.get(attempt)).map(Held::entry);
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
    AttemptId attempt = place.attempt();
    Entry entry = new Entry(place, state);
    Held before = entries.get(attempt);
    Instant looked = before == null || till.isBefore(before.looked()) ? till : before.looked();
    if (before == null || looked.isBefore(before.looked())) {
      deadlines.add(new Deadline(looked, attempt));
    }
    entries.put(attempt, new Held(entry, till, looked));
    return entry;
  }

  /** Forgets an attempt whose final report is stored. */
  void stored(AttemptId attempt) {
    Held held = entries.get(attempt);
    if (held != null && held.entry().state() instanceof CallState.Over) {
      entries.remove(attempt);
    }
  }

  /** Hands over what has run out by now. The consumer must put each into a new state or resend. */
  void expire(Instant now, Consumer<Entry> expired) {
    while (!deadlines.isEmpty() && !deadlines.peek().at().isAfter(now)) {
      Deadline due = deadlines.remove();
      Held held = entries.get(due.attempt());
      if (held == null || !held.looked().equals(due.at())) {
        continue;
      }
      entries.put(due.attempt(), new Held(held.entry(), held.till(), Instant.MAX));
      if (held.till().isAfter(now)) {
        put(held.entry().place(), held.entry().state(), held.till());
      } else {
        expired.accept(held.entry());
      }
    }
    while (!seenInOrder.isEmpty() && seenInOrder.peek().till().isBefore(now)) {
      seen.remove(seenInOrder.remove().attempt());
    }
  }

  /** The attempts in hand, safe to change while going through them. */
  Iterable<Entry> all() {
    return entries.values().stream().map(Held::entry).toList();
  }
}
