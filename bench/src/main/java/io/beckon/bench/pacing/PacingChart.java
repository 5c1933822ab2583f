package io.beckon.bench.pacing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Occupancy by answer rate, a line per number of agents; dashed: the published table. */
final class PacingChart {
  private static final List<String> COLOURS =
      List.of("#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#a463f2");
  private static final double LOWEST = 40;

  private final Map<Integer, List<CellResult>> byAgents;

  PacingChart(List<CellResult> results) {
    byAgents =
        results.stream()
            .filter(r -> Published.occupancyPct(r.cell()).isPresent())
            .collect(
                Collectors.groupingBy(r -> r.cell().agents(), TreeMap::new, Collectors.toList()));
  }

  String svg() {
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 440\" font-family=\"sans-serif\""
            + " font-size=\"12\">\n<rect width=\"760\" height=\"440\" fill=\"#fff\"/>\n"
            + "<text x=\"60\" y=\"22\" font-size=\"14\">Agents' occupancy by share of calls that"
            + " people answer; dashed: the published table</text>\n");
    axes(svg);
    int i = 0;
    for (var entry : byAgents.entrySet()) {
      line(svg, entry.getKey(), entry.getValue(), COLOURS.get(i % COLOURS.size()));
      i++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg) {
    for (int pct = (int) LOWEST; pct <= 100; pct += 10) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"60\" x2=\"660\" y1=\"%1$.1f\" y2=\"%1$.1f\" stroke=\"#ddd\"/>"
                  + "<text x=\"52\" y=\"%2$.1f\" text-anchor=\"end\">%3$d %%</text>%n",
              y(pct),
              y(pct) + 4,
              pct));
    }
    for (int tenth = 1; tenth <= 5; tenth++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"420\" text-anchor=\"middle\">%d %%</text>%n",
              x(tenth / 10.0),
              10 * tenth));
    }
  }

  private static void line(StringBuilder svg, int agents, List<CellResult> cells, String colour) {
    String ours =
        cells.stream().map(r -> point(r, r.occupancyPct())).collect(Collectors.joining(" "));
    String table =
        cells.stream()
            .map(r -> point(r, Published.occupancyPct(r.cell()).orElse(0)))
            .collect(Collectors.joining(" "));
    CellResult last = cells.get(cells.size() - 1);
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                + "<polyline points=\"%s\" fill=\"none\" stroke=\"%2$s\" stroke-dasharray=\"4 4\"/>%n"
                + "<text x=\"%.1f\" y=\"%.1f\" fill=\"%2$s\">%d agents</text>%n",
            ours,
            colour,
            table,
            x(last.cell().answerRate()) + 8,
            y(last.occupancyPct()) + 4,
            agents));
  }

  private static String point(CellResult result, double pct) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x(result.cell().answerRate()), y(pct));
  }

  private static double x(double rate) {
    return 60 + (rate - 0.1) / 0.4 * 600;
  }

  private static double y(double pct) {
    return 400 - (Math.max(LOWEST, pct) - LOWEST) / (100 - LOWEST) * 360;
  }
}
