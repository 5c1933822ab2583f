package io.beckon.bench.chaos;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.bench.chaos.Evidence.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Three nodes dial while they are killed and paused and their services come and go; afterwards the
 * carrier's record of calls is compared with what the platform says. With {@code --check GROUP}
 * only the comparison, on a cluster that runs.
 */
public final class Chaos implements Bench {
  @Override
  public String purpose() {
    return "faults on three nodes: doubled, lost, suppressed and unlawful calls; time to resume";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws IOException, SQLException {
    ChaosOptions options = ChaosOptions.parse(arguments);
    Path home = Path.of("").toAbsolutePath();
    Files.createDirectories(options.data());
    if (!options.check().isEmpty()) {
      return check(options, new Nodes(home, options), results);
    }
    System.err.println("seed " + options.seed() + ", data " + options.data());
    return new ChaosBench(options, home, results).run();
  }

  private static boolean check(ChaosOptions options, Nodes nodes, Results results)
      throws IOException, SQLException {
    var api = new Api(nodes.addresses(), options.password());
    var limits = new Limits(options.contacts(), Campaign.MAX_ATTEMPTS, List.of(Campaign.RETRIES));
    return new Judge(options, nodes, api, results).judge(options.check(), new Story(), limits);
  }
}
