package io.beckon.bench;

import io.beckon.bench.api.ApiBench;
import io.beckon.bench.chaos.Chaos;
import io.beckon.bench.dial.DialBench;
import io.beckon.bench.ingest.IngestBench;
import io.beckon.bench.kills.KillsBench;
import io.beckon.bench.lists.ExportBench;
import io.beckon.bench.lists.ListsBench;
import io.beckon.bench.numbers.NumbersBench;
import io.beckon.bench.pacing.PacingBench;
import io.beckon.bench.preload.PreLoadBench;
import io.beckon.bench.start.StartBench;
import io.beckon.bench.suppression.SuppressionBench;
import io.beckon.bench.suppression.SuppressionLoadBench;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The register of measurements and the program behind {@code bin/bench}: one line a bench. */
public final class Benches {
  private static final Map<String, Bench> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("api", new ApiBench()),
              Map.entry("chaos", new Chaos()),
              Map.entry("dial", new DialBench()),
              Map.entry("export", new ExportBench()),
              Map.entry("ingest", new IngestBench()),
              Map.entry("kills", new KillsBench()),
              Map.entry("lists", new ListsBench()),
              Map.entry("numbers", new NumbersBench()),
              Map.entry("pacing", new PacingBench()),
              Map.entry("pre-load", new PreLoadBench()),
              Map.entry("start", new StartBench()),
              Map.entry("suppression", new SuppressionBench()),
              Map.entry("suppression-load", new SuppressionLoadBench())));

  private Benches() {}

  /**
   * @param args the bench's name and its arguments, or {@code list}
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 0 || args[0].equals("list")) {
      ALL.forEach((name, bench) -> System.out.printf("%-18s %s%n", name, bench.purpose()));
      return;
    }
    var bench = ALL.get(args[0]);
    if (bench == null) {
      System.err.println("There is no bench " + args[0] + "; bin/bench list names them.");
      System.exit(2);
      return;
    }
    var arguments = List.of(args).subList(1, args.length);
    System.exit(bench.run(arguments, new Results(args[0], System.out)) ? 0 : 1);
  }
}
