package io.beckon.bench.pacing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a pacing measurement is asked to do.
 *
 * @param days of eight hours, with seeds from {@code seed} on
 * @param policy beckon, level, multiplier or reference
 * @param limitPct most that may be abandoned, in percent of what people answered
 * @param grid empty: one cell; table: those of the published table; protocol: all of the protocol
 * @param write folder to write the table and the chart into; empty: nowhere
 */
record PacingOptions(
    Cell cell,
    int days,
    long seed,
    String policy,
    Disturbance disturbance,
    double limitPct,
    String grid,
    String write) {
  static PacingOptions parse(List<String> args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.size(); i += 2) {
      if (!args.get(i).startsWith("--") || i + 1 == args.size()) {
        throw new IllegalArgumentException("--name value, was " + args.get(i));
      }
      given.put(args.get(i).substring(2), args.get(i + 1));
    }
    var options =
        new PacingOptions(
            cell(given),
            (int) number(given, "days", 1),
            (long) number(given, "seed", 1),
            taken(given, "policy", "beckon").toLowerCase(Locale.ROOT),
            Disturbance.valueOf(upper(taken(given, "disturbance", "none"))),
            number(given, "limit", 3),
            taken(given, "grid", ""),
            taken(given, "write", ""));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + given.keySet());
    }
    return options;
  }

  private static Cell cell(Map<String, String> given) {
    return new Cell(
        (int) number(given, "agents", 20),
        number(given, "answer-rate", 0.2),
        number(given, "handle", 180),
        HandleLaw.valueOf(upper(taken(given, "law", "exponential"))),
        number(given, "machines", 0));
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static double number(Map<String, String> given, String name, double otherwise) {
    return Double.parseDouble(taken(given, name, Double.toString(otherwise)));
  }

  private static String taken(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }
}
