package io.beckon.http.event;

import io.beckon.http.event.LiveEvent.Key;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The subscribers of one tenant on this node, and the newest events for those who come back. */
final class TenantFeed {
  private static final int REMEMBERED = 1_000;

  private final String name = UUID.randomUUID().toString().substring(0, 8);
  private final Set<Subscriber> subscribers = new HashSet<>();
  private final Map<Key, LiveEvent> newest = new LinkedHashMap<>();
  private long number;
  private long forgottenUpTo;

  synchronized void add(Subscriber subscriber) {
    subscribers.add(subscriber);
  }

  /** True when it was the last. */
  synchronized boolean remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
    return subscribers.isEmpty();
  }

  synchronized void publish(Key key, String data) {
    var event = new LiveEvent(key, ++number, data);
    newest.remove(key);
    newest.put(key, event);
    if (newest.size() > REMEMBERED) {
      var eldest = newest.values().iterator().next();
      newest.remove(eldest.key());
      forgottenUpTo = eldest.number();
    }
    subscribers.forEach(s -> s.offer(event));
  }

  /** Events of a snapshot, numbered so that whoever saw them all has missed nothing before. */
  synchronized long number() {
    return number;
  }

  /** What came after the event called {@code id}; empty when that is not known here any more. */
  synchronized Optional<List<LiveEvent>> since(String id) {
    var dash = id.indexOf('-');
    if (dash < 0 || !id.substring(0, dash).equals(name)) {
      return Optional.empty();
    }
    try {
      var seen = Long.parseLong(id.substring(dash + 1));
      return seen < forgottenUpTo || seen > number
          ? Optional.empty()
          : Optional.of(newest.values().stream().filter(e -> e.number() > seen).toList());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What the browser sends back as {@code Last-Event-ID}. */
  String idOf(LiveEvent event) {
    return name + "-" + event.number();
  }
}
