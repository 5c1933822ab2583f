package io.beckon.bench.pacing;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Occupancy, in percent, of a tuned look-ahead that knows its parameters: exponential handle times
 * of 180 s, ring gamma(4) of 10 s, given up after 22 s, 2 s of waiting, 3 % abandoned. By agents
 * and answer rates .1 to .5; the last figure is the ceiling, where answers are certain.
 */
final class Published {
  private static final Map<Integer, double[]> TABLE =
      Map.of(
          5, new double[] {78, 81, 84, 86, 88, 95},
          10, new double[] {84, 86, 87, 88, 90, 95},
          20, new double[] {89, 90, 90, 91, 92, 95},
          50, new double[] {94, 94, 94, 94, 95, 96},
          100, new double[] {96, 96, 96, 96, 97, 97},
          500, new double[] {99, 99, 99, 99, 99, 99});

  private Published() {}

  /** Empty for what the table does not have. */
  static OptionalDouble occupancyPct(Cell cell) {
    double[] row = TABLE.get(cell.agents());
    if (row == null || !isOfTable(cell)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(row[column(cell)]);
  }

  private static boolean isOfTable(Cell cell) {
    return cell.law() == HandleLaw.EXPONENTIAL
        && cell.handleSeconds() == 180
        && cell.machines() == 0
        && column(cell) >= 0
        && column(cell) < 5
        && Math.abs(cell.answerRate() * 10 - column(cell) - 1) < 1e-9;
  }

  private static int column(Cell cell) {
    return (int) Math.round(cell.answerRate() * 10) - 1;
  }

  /** Between the table's rows by the number of agents; they hardly depend on handle times. */
  static double ceilingPct(int agents) {
    return TABLE.entrySet().stream()
        .min((a, b) -> Double.compare(apart(a.getKey(), agents), apart(b.getKey(), agents)))
        .map(e -> e.getValue()[5])
        .orElseThrow();
  }

  private static double apart(int some, int agents) {
    return Math.abs(Math.log((double) some / agents));
  }
}
