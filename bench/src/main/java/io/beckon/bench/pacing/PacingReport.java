package io.beckon.bench.pacing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what was measured as a table ({@code pacing-table.md}) and a chart. */
final class PacingReport {
  private final List<CellResult> results;
  private final PacingOptions options;

  PacingReport(List<CellResult> results, PacingOptions options) {
    this.results = List.copyOf(results);
    this.options = options;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("pacing-table.md"), table());
    Files.writeString(folder.resolve("pacing.svg"), new PacingChart(results).svg());
  }

  private String table() {
    String rows = results.stream().map(this::row).collect(Collectors.joining());
    return """
        # Pacing, measured

        Made by `bin/bench pacing --grid %s --days %d --seed %d --policy %s --write docs`: days of eight hours from a cold start, limit %.1f %%.
        Points are against the published table of a tuned look-ahead that knows its parameters; gap is the share of the way from one call per free
        agent to the ceiling where every call is answered.

        | agents | answered | handle | law | machines | occupancy %% | points | gap | abandoned %% | worst day | worst hour | days over | steady after | wait p99 s |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        %s"""
        .formatted(
            options.grid().isEmpty() ? "table" : options.grid(),
            options.days(),
            options.seed(),
            options.policy(),
            options.limitPct(),
            rows);
  }

  private String row(CellResult r) {
    Cell c = r.cell();
    String points =
        r.points().isEmpty() ? "" : String.format(Locale.ROOT, "%+.1f", r.points().getAsDouble());
    return String.format(
        Locale.ROOT,
        "| %d | %.1f | %.0f s | %s | %.1f | %.1f | %s | %.2f | %.2f | %.2f | %.2f | %d | %.0f s | %.1f |%n",
        c.agents(),
        c.answerRate(),
        c.handleSeconds(),
        c.law().name().toLowerCase(Locale.ROOT),
        c.machines(),
        r.occupancyPct(),
        points,
        r.gapClosed(),
        r.abandonPct(),
        r.worstDayPct(),
        r.worst(Day::worstHourPct),
        r.daysOver(options.limitPct()),
        r.mean(Day::steadySeconds),
        r.mean(Day::waitP99));
  }
}
