package io.beckon.bench.dial;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.clusterconfig.embedded.EmbeddedServices;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.DatabaseSettings;
import io.beckon.clusterconfig.node.ServiceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * Attempts a second end to end on one node beside its PostgreSQL and Redis: claimed, checked and
 * reserved, journalled, written, placed on the simulated carrier without ring time, ended, treated
 * and written back. The limit is the rate at which the same number of attempts' events, in batches
 * of the size this run had, reach the journal alone, in the same PostgreSQL.
 */
public final class DialBench implements Bench {
  private static final int CONTACTS = 60_000;

  /** Of issue and contract: attempts a second on two cores. */
  private static final double WANTED = 500;

  private static final String MEASURED =
      """
      SELECT count(*) AS attempts,
        extract(epoch FROM max(ended_at) - min(authorised_at)) AS seconds,
        (SELECT count(*) FROM event_journal WHERE persistence_id LIKE 'DialSession%') AS events
      FROM attempt WHERE NOT not_placed AND ended_at IS NOT NULL
      """;

  /** What a run came to. */
  record Measured(long attempts, double seconds, double batch) {}

  @Override
  public String purpose() {
    return "attempts a second end to end, beside the journal alone (--contacts N)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int contacts = contacts(arguments);
    Path home = Files.createTempDirectory("beckon-dial");
    var none = new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null);
    try (var embedded = EmbeddedServices.startMissing(home.resolve("services"), none)) {
      Services services = embedded.services();
      try (DialNode node = DialNode.start(home.resolve("node"), services)) {
        node.dial(contacts);
      }
      Measured run = measured(services);
      double rate = run.attempts() / run.seconds();
      double alone = JournalAlone.attemptsPerSecond(services, run.attempts(), run.batch());
      results.metric("attempts_per_s", rate, "attempts/s", alone);
      results.metric("attempts", run.attempts(), "attempts");
      results.metric("attempts_per_event", run.batch(), "attempts");
      return rate >= WANTED;
    } finally {
      delete(home);
    }
  }

  private static int contacts(List<String> arguments) {
    int at = arguments.indexOf("--contacts");
    return at < 0 ? CONTACTS : Integer.parseInt(arguments.get(at + 1));
  }

  private static Measured measured(Services services) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(services.jdbcUrl(), services.user(), services.password());
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(MEASURED)) {
      rs.next();
      long attempts = rs.getLong("attempts");
      // Three events a batch: authorised, ended, written back.
      double batch = 3.0 * attempts / Math.max(1, rs.getLong("events"));
      return new Measured(attempts, rs.getDouble("seconds"), batch);
    }
  }

  private static void delete(Path home) throws Exception {
    try (var files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
