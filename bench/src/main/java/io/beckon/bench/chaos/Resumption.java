package io.beckon.bench.chaos;

import io.beckon.bench.chaos.Story.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long slices stood still after their node was lost: from the fault to the slice's next
 * attempt, be it on another node or on the lost one after its return.
 */
final class Resumption {
  /** An authorised attempt. */
  record Start(int slice, String node, Instant at) {}

  /** One slice that a fault hit, and how it went on. */
  record Standstill(int slice, Fault fault, Start next) {
    Duration length() {
      return Duration.between(fault.at(), next.at());
    }

    @Override
    public String toString() {
      return "slice %d stood still %.1f s after the %s of %s and went on on %s"
          .formatted(slice, length().toMillis() / 1000.0, fault.kind(), fault.node(), next.node());
    }
  }

  private final Map<Integer, List<Start>> bySlice;

  Resumption(List<Start> starts) {
    bySlice =
        starts.stream()
            .sorted(Comparator.comparing(Start::at))
            .collect(Collectors.groupingBy(Start::slice, TreeMap::new, Collectors.toList()));
  }

  /** The longest over all faults and lost slices; empty when no slice was lost. */
  Optional<Standstill> longest(List<Fault> faults) {
    return faults.stream()
        .flatMap(f -> bySlice.values().stream().map(starts -> standstill(f, starts)))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Standstill::length));
  }

  private static Optional<Standstill> standstill(Fault fault, List<Start> starts) {
    Optional<Start> before =
        starts.stream().filter(s -> s.at().isBefore(fault.at())).reduce((a, b) -> b);
    if (before.isEmpty() || !before.get().node().equals(fault.node())) {
      return Optional.empty();
    }
    return starts.stream()
        .filter(s -> s.at().isAfter(fault.at()))
        .findFirst()
        .map(next -> new Standstill(next.slice(), fault, next));
  }
}
