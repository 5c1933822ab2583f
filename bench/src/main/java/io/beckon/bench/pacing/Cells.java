package io.beckon.bench.pacing;

import java.util.ArrayList;
import java.util.List;

/** The cells of the protocol. */
final class Cells {
  private static final int[] AGENTS = {5, 10, 20, 50, 100, 500};
  private static final double[] RATES = {0.1, 0.2, 0.3, 0.4, 0.5};
  private static final double[] HANDLES = {60, 180, 300};
  private static final double[] MACHINES = {0, 0.3};

  private Cells() {}

  static List<Cell> of(PacingOptions options) {
    return switch (options.grid()) {
      case "" -> List.of(options.cell());
      case "table" -> table();
      case "protocol" -> protocol();
      default ->
          throw new IllegalArgumentException("--grid table or protocol, was " + options.grid());
    };
  }

  private static List<Cell> table() {
    List<Cell> cells = new ArrayList<>();
    for (int agents : AGENTS) {
      for (double rate : RATES) {
        cells.add(new Cell(agents, rate, 180, HandleLaw.EXPONENTIAL, 0));
      }
    }
    return cells;
  }

  private static List<Cell> protocol() {
    List<Cell> cells = new ArrayList<>();
    for (double machines : MACHINES) {
      for (HandleLaw law : HandleLaw.values()) {
        for (double handle : HANDLES) {
          for (Cell cell : table()) {
            cells.add(new Cell(cell.agents(), cell.answerRate(), handle, law, machines));
          }
        }
      }
    }
    return cells;
  }
}
