package io.beckon.bench.chaos;

import io.beckon.bench.Results;
import io.beckon.bench.chaos.Evidence.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the rounds: load, start, disturb, wait for the end, judge. */
final class ChaosBench {
  private static final int LOADED_ROWS = 100_000;

  private static final Duration TO_THE_END = Duration.ofSeconds(900);

  private final ChaosOptions options;
  private final Results results;
  private final Nodes nodes;
  private final Api api;
  private final Clock clock = Clock.systemUTC();

  ChaosBench(ChaosOptions options, Path home, Results results) {
    this.options = options;
    this.results = results;
    this.nodes = new Nodes(home, options);
    this.api = new Api(nodes.addresses(), options.password());
  }

  boolean run() throws IOException, SQLException {
    // Also when it is interrupted: the cluster would outlive this process.
    Runtime.getRuntime().addShutdownHook(new Thread(nodes::stop, "stop"));
    nodes.start();
    return rounds();
  }

  private boolean rounds() throws IOException, SQLException {
    boolean clean = true;
    for (int round = 1; round <= options.rounds(); round++) {
      clean &= round(round);
    }
    return clean;
  }

  private boolean round(int round) throws IOException, SQLException {
    String name = "chaos-" + options.seed() + "-" + round;
    Campaign campaign = Campaign.create(api, name, options.contacts(), options.agents());
    Story story = new Story();
    var disturbance = new Disturbance(nodes, campaign, story, clock, options.seed() + round);
    campaign.start();
    AtomicBoolean stop = new AtomicBoolean();
    Thread suppressing =
        disturbance.suppressing(new Api(nodes.addresses(), options.password()), stop);
    Loading loading = Loading.begin(api, nodes.data(), name + "-load", LOADED_ROWS);
    disturbance.nodes(options.kills(), options.pauses(), loading);
    if (options.services()) {
      disturbance.services();
    }
    String during = campaign.state();
    stop.set(true);
    end(suppressing);
    campaign.hurry();
    Waiting.until("the group is completed", TO_THE_END, () -> campaign.state().equals("COMPLETED"));
    if (!during.equals("RUNNING")) {
      System.err.println("too short: the group was " + during + " before the last fault");
    }
    var limits = new Limits(options.contacts(), Campaign.MAX_ATTEMPTS, List.of(Campaign.RETRIES));
    results.metric("in_flight", disturbance.leastInFlight(), "calls");
    boolean clean = new Judge(options, nodes, api, results).judge(campaign.group(), story, limits);
    return loaded(campaign.group(), loading) && clean && during.equals("RUNNING");
  }

  private boolean loaded(String group, Loading loading) throws SQLException {
    try (Ledger ledger = new Ledger(nodes.database(), group)) {
      int wrong = loading.wrong(ledger);
      results.metric("import_wrong", wrong, "rows");
      return wrong == 0;
    }
  }

  private static void end(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
