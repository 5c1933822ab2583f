package io.beckon.bench.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a chaos measurement is asked to do.
 *
 * @param rounds runs, one after the other on the same cluster
 * @param kills kill -9 per round, each followed by a restart
 * @param pauses 20-second pauses per round
 * @param services also stop and start PostgreSQL, Redis and the carrier once each
 * @param seed decides which nodes, in which order, and who is suppressed
 * @param resumedWithin seconds a lost slice may stand still; design.md asks for 30
 * @param check only compares what this finished group did; empty: a whole measurement
 */
record ChaosOptions(
    int rounds,
    int kills,
    int pauses,
    boolean services,
    int contacts,
    int agents,
    long seed,
    int resumedWithin,
    Path data,
    String check) {
  /** The cluster is this run's own. */
  String password() {
    return System.getenv().getOrDefault("BECKON_ADMIN_PASSWORD", "chaos-chaos-chaos");
  }

  static ChaosOptions parse(List<String> args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.size(); i += 2) {
      if (!args.get(i).startsWith("--") || i + 1 == args.size()) {
        throw new IllegalArgumentException("--name value, was " + args.get(i));
      }
      given.put(args.get(i).substring(2), args.get(i + 1));
    }
    ChaosOptions options =
        new ChaosOptions(
            number(given, "rounds", 1),
            number(given, "kills", 5),
            number(given, "pauses", 2),
            Boolean.parseBoolean(taken(given, "services", "true")),
            number(given, "contacts", 8_000),
            number(given, "agents", 260),
            Long.parseLong(taken(given, "seed", Long.toString(System.nanoTime() % 1_000_000))),
            number(given, "resumed-within", 30),
            Path.of(taken(given, "data", "target/chaos")).toAbsolutePath(),
            taken(given, "check", ""));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + given.keySet());
    }
    return options;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return Integer.parseInt(taken(given, name, Integer.toString(otherwise)));
  }

  private static String taken(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }
}
