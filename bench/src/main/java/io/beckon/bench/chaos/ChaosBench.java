package io.beckon.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.beckon.bench.chaos.Evidence.Attempt;
import io.beckon.bench.chaos.Evidence.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Three nodes dial while they are killed and paused and their services come and go; afterwards the
 * carrier's record of calls is compared with what the platform says. Ends with 1 when they differ.
 */
public final class ChaosBench {
  private static final int NODES = 3;
  private static final String PASSWORD = "chaos-chaos-chaos";
  private static final int IN_FLIGHT = 200;
  private static final Duration WARM = Duration.ofSeconds(120);
  private static final Duration TO_THE_END = Duration.ofSeconds(900);
  private static final double RESUMED_WITHIN_S = 30;

  private final ChaosOptions options;
  private final Nodes nodes;
  private final Api api;
  private final Clock clock = Clock.systemUTC();

  private ChaosBench(ChaosOptions options, Path home) {
    this.options = options;
    this.nodes = new Nodes(home, options.data(), PASSWORD, NODES);
    this.api = new Api(nodes.addresses(), PASSWORD);
  }

  public static void main(String[] args) throws IOException, SQLException {
    ChaosOptions options = ChaosOptions.parse(args);
    System.err.println("seed " + options.seed() + ", data " + options.data());
    Files.createDirectories(options.data());
    ChaosBench bench = new ChaosBench(options, Path.of("").toAbsolutePath());
    boolean clean;
    bench.nodes.start();
    try {
      clean = bench.rounds();
    } finally {
      bench.nodes.stop();
    }
    System.exit(clean ? 0 : 1);
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
    Waiting.until(
        IN_FLIGHT + " calls are in flight",
        WARM,
        () -> campaign.count("inProgress") >= Math.min(IN_FLIGHT, options.agents()));
    AtomicBoolean stop = new AtomicBoolean();
    Thread suppressing = disturbance.suppressing(new Api(nodes.addresses(), PASSWORD), stop);
    disturbance.nodes(options.kills(), options.pauses());
    if (options.services()) {
      disturbance.services();
    }
    String during = campaign.state();
    stop.set(true);
    end(suppressing);
    Waiting.until("the group is completed", TO_THE_END, () -> campaign.state().equals("COMPLETED"));
    return judge(campaign, story, during);
  }

  private boolean judge(Campaign campaign, Story story, String during)
      throws IOException, SQLException {
    try (Ledger ledger = new Ledger(nodes.database(), campaign.group())) {
      List<Attempt> attempts = ledger.attempts();
      Path file = options.data().resolve("carrier/calls.csv");
      var limits = new Limits(options.contacts(), Campaign.MAX_ATTEMPTS, List.of(Campaign.RETRIES));
      var calls = CallsFile.read(file, campaign.group());
      Findings findings =
          FaultChecker.check(
              new Evidence(calls, attempts, ledger.records(), story.suppressed(), limits));
      int disagreeing = disagreeing(campaign.group(), attempts);
      findings.sentences().forEach(System.err::println);
      double resumed = new Resumption(ledger.starts()).longest(story.faults()).toMillis() / 1000.0;
      metric("doubled", findings.doubled(), "calls");
      metric("lost", findings.lost() + disagreeing, "records");
      metric("suppressed_called", findings.suppressedCalled(), "calls");
      metric("beyond_rule", findings.beyondRule(), "attempts");
      metric("resume_s", resumed, "s");
      metric("calls", calls.size(), "calls");
      metric("suppressions", story.suppressed().size(), "devices");
      boolean whileRunning = during.equals("RUNNING");
      if (!whileRunning) {
        System.err.println("too short: the group was " + during + " before the last fault");
      }
      return findings.clean() && disagreeing == 0 && resumed <= RESUMED_WITHIN_S && whileRunning;
    }
  }

  /** What REST says of attempts must be what SQL holds. */
  private int disagreeing(String group, List<Attempt> attempts) {
    var shown =
        api.all("/attempts?groupId=" + group).stream()
            .collect(Collectors.toMap(a -> a.get("id").asText(), a -> a, (a, b) -> a));
    int wrong = 0;
    for (Attempt attempt : attempts) {
      JsonNode view = shown.get(attempt.id());
      boolean same =
          attempt.notPlaced()
              || (view != null
                  && Objects.equals(text(view, "callResult"), attempt.callResult())
                  && (text(view, "placedAt") == null) == (attempt.placedAt() == null));
      if (!same) {
        wrong++;
        System.err.println("/attempts disagrees about " + attempt.id() + ": " + view);
      }
    }
    return wrong;
  }

  private static @Nullable String text(JsonNode view, String field) {
    JsonNode value = view.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static void end(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void metric(String name, double value, String unit) {
    System.out.printf(
        "{\"bench\":\"chaos\",\"metric\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"limit\":null,"
            + "\"ratio\":null}%n",
        name,
        value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value),
        unit);
  }
}
