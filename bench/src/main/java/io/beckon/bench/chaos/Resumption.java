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
 * How long slices stood still after their node was lost: from the fault to the slice's first
 * attempt on another node.
 */
final class Resumption {
  /** An authorised attempt. */
  record Start(int slice, String node, Instant at) {}

  private final Map<Integer, List<Start>> bySlice;

  Resumption(List<Start> starts) {
    bySlice =
        starts.stream()
            .sorted(Comparator.comparing(Start::at))
            .collect(Collectors.groupingBy(Start::slice, TreeMap::new, Collectors.toList()));
  }

  /** The longest standstill over all faults and lost slices; zero when no slice was lost. */
  Duration longest(List<Fault> faults) {
    return faults.stream()
        .flatMap(f -> bySlice.values().stream().map(starts -> standstill(f, starts)))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> standstill(Fault fault, List<Start> starts) {
    Optional<Start> before =
        starts.stream().filter(s -> s.at().isBefore(fault.at())).reduce((a, b) -> b);
    if (before.isEmpty() || !before.get().node().equals(fault.node())) {
      return Optional.empty();
    }
    return starts.stream()
        .filter(s -> s.at().isAfter(fault.at()) && !s.node().equals(fault.node()))
        .findFirst()
        .map(s -> Duration.between(fault.at(), s.at()));
  }
}
