package io.beckon.bench.kills;

import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.bench.ingest.LoadingWorld;
import java.util.List;

/**
 * Kills loaders at random moments ({@code --kills N}, 20 by default) while they append, update,
 * replace, suppress, and read packed and encrypted files, then compares what is in the database
 * with an undisturbed load. {@code --seed N} draws the same moments again; {@code --rows N}.
 */
public final class KillsBench implements Bench {
  private static final String KILLS = "20";
  private static final String ROWS = "40000";

  @Override
  public String purpose() {
    return "loads whose loaders are killed, against undisturbed ones (--kills, --seed, --rows)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int kills = Integer.parseInt(option(arguments, "--kills", KILLS));
    int rows = Integer.parseInt(option(arguments, "--rows", ROWS));
    var now = Long.toString(System.nanoTime() % 1_000_000);
    long seed = Long.parseLong(option(arguments, "--seed", now));
    System.err.println("kills: --seed " + seed);
    try (var world = new LoadingWorld("kills")) {
      var outcome = new KilledLoads(world, seed, rows).kill(kills);
      outcome.kills().forEach(kill -> print(kill, results));
      results.metric("kills", outcome.kills().size(), "kills", kills);
      results.metric("contents_different", outcome.different(), "rows", outcome.compared());
      return outcome.different() == 0 && outcome.kills().size() == kills;
    }
  }

  private static void print(KilledLoads.Kill kill, Results results) {
    System.err.printf(
        "%s: killed after %.3f s in %s, %d of %d rows loaded%n",
        kill.trial(), kill.seconds(), kill.phase(), kill.rowsRead(), kill.rowsOfFile());
    results.metric("resumed_from", kill.rowsRead(), "rows", kill.rowsOfFile());
  }
}
