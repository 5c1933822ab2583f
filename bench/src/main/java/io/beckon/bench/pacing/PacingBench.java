package io.beckon.bench.pacing;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Occupancy and abandoned calls of a pacing policy on a floor in virtual time, beside the published
 * table, or beside the look-ahead that knows its parameters where the table has no such cell. Red
 * when a day passes the limit, or when a cell is more than two points (three with five agents)
 * under the table.
 */
public final class PacingBench implements Bench {
  private static final double HOURS = 8;

  @Override
  public String purpose() {
    return "pacing in virtual time (--agents --answer-rate --handle --law --machines --days --seed"
        + " --policy beckon|level|multiplier|reference --disturbance --grid table|protocol --write)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    PacingOptions options = PacingOptions.parse(arguments);
    List<CellResult> all = new ArrayList<>();
    boolean good = true;
    for (Cell cell : Cells.of(options)) {
      CellResult result = days(cell, options);
      all.add(result);
      print(result, options, results);
      good &= !options.policy().equals("beckon") || asWanted(result, options);
    }
    if (!options.write().isEmpty()) {
      new PacingReport(all, options).write(Path.of(options.write()));
    }
    return good;
  }

  private static CellResult days(Cell cell, PacingOptions options) {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < options.days(); i++) {
      long seed = options.seed() + i;
      Policy policy = policy(cell, options);
      days.add(new SimulatedDay(cell, policy, seed, options.disturbance()).run(HOURS));
    }
    return new CellResult(cell, days);
  }

  private static Policy policy(Cell cell, PacingOptions options) {
    return switch (options.policy()) {
      case "beckon" -> new Beckon(options.limitPct() / 100);
      case "level" -> new LevelController();
      case "multiplier" -> new Multiplier(1.5);
      case "reference" -> Reference.tuned(cell, options.limitPct(), 1_000);
      default ->
          throw new IllegalArgumentException(
              "--policy beckon, level, multiplier or reference, was " + options.policy());
    };
  }

  private static boolean asWanted(CellResult result, PacingOptions options) {
    double under = result.cell().agents() <= 5 ? 3 : 2;
    boolean quiet = options.disturbance() == Disturbance.NONE;
    boolean enough = !quiet || result.points().orElse(0) >= -under;
    return enough && result.daysOver(options.limitPct()) == 0;
  }

  private static void print(CellResult result, PacingOptions options, Results results) {
    String of = options.grid().isEmpty() ? "" : name(result.cell());
    results.metric("occupancy_pct" + of, result.occupancyPct(), "%", peer(result, options));
    results.metric("abandon_pct" + of, result.abandonPct(), "%", options.limitPct());
    results.metric("abandon_worst_day_pct" + of, result.worstDayPct(), "%", options.limitPct());
    results.metric("gap_closed" + of, result.gapClosed(), "share");
    results.metric("days_over" + of, result.daysOver(options.limitPct()), "days");
    if (options.grid().isEmpty()) {
      details(result, results);
    }
  }

  private static void details(CellResult result, Results results) {
    results.metric("abandon_worst_hour_pct", result.worst(Day::worstHourPct), "%");
    results.metric("abandon_worst_minute_pct", result.worst(Day::worstMinutePct), "%");
    results.metric("steady_after_s", result.mean(Day::steadySeconds), "s");
    results.metric("wait_p50_s", result.mean(Day::waitP50), "s");
    results.metric("wait_p99_s", result.mean(Day::waitP99), "s");
    results.metric("dials_peak_per_s", result.worst(Day::peakDials), "calls/s");
    results.metric("answered", result.mean(Day::answered), "calls/day");
  }

  /** The table where it has the cell; else the reference on the same seed. */
  private static double peer(CellResult result, PacingOptions options) {
    return Published.occupancyPct(result.cell())
        .orElseGet(
            () -> {
              var peer = Reference.tuned(result.cell(), options.limitPct(), 1_000);
              var day = new SimulatedDay(result.cell(), peer, options.seed(), Disturbance.NONE);
              return day.run(HOURS).occupancyPct();
            });
  }

  private static String name(Cell cell) {
    return String.format(
        java.util.Locale.ROOT,
        "{agents=%d,answer=%.1f,handle=%.0f,law=%s,machines=%.1f}",
        cell.agents(),
        cell.answerRate(),
        cell.handleSeconds(),
        cell.law(),
        cell.machines());
  }
}
