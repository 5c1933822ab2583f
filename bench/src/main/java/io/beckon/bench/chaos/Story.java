package io.beckon.bench.chaos;

import io.beckon.bench.chaos.Evidence.Suppressed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was done to a run, and when. */
final class Story {
  /**
   * One disturbance.
   *
   * @param at from then on the node did nothing
   */
  record Fault(Instant at, String node, String kind) {}

  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Suppressed> suppressed = new CopyOnWriteArrayList<>();

  void fault(Instant at, int node, String kind) {
    faults.add(new Fault(at, "node-" + node, kind));
    System.err.println(at + " " + kind + " node-" + node);
  }

  void suppressed(String device, Instant acknowledgedAt) {
    suppressed.add(new Suppressed(device, acknowledgedAt));
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  List<Suppressed> suppressed() {
    return List.copyOf(suppressed);
  }
}
