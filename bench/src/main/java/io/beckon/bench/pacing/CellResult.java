package io.beckon.bench.pacing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The days of one cell under one policy. */
record CellResult(Cell cell, List<Day> days) {
  double occupancyPct() {
    return mean(Day::occupancyPct);
  }

  double abandonPct() {
    return mean(Day::abandonPct);
  }

  double worstDayPct() {
    return days.stream().mapToDouble(Day::abandonPct).max().orElse(0);
  }

  double mean(ToDoubleFunction<Day> figure) {
    return days.stream().mapToDouble(figure).average().orElse(0);
  }

  double worst(ToDoubleFunction<Day> figure) {
    return days.stream().mapToDouble(figure).max().orElse(0);
  }

  /** Points above the published table; empty for cells that it does not have. */
  OptionalDouble points() {
    OptionalDouble published = Published.occupancyPct(cell);
    return published.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(occupancyPct() - published.getAsDouble());
  }

  /** Share of the way from progressive to the ceiling. */
  double gapClosed() {
    double progressive = cell.progressivePct();
    return (occupancyPct() - progressive) / (Published.ceilingPct(cell.agents()) - progressive);
  }

  long daysOver(double limitPct) {
    return days.stream().filter(d -> d.abandonPct() > limitPct).count();
  }
}
