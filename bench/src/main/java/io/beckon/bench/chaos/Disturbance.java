package io.beckon.bench.chaos;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills and pauses nodes, stops services and suppresses devices while a group runs. */
final class Disturbance {
  private static final Duration DEAD = Duration.ofSeconds(13);
  private static final Duration PAUSED = Duration.ofSeconds(20);
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final Duration SERVICE_AWAY = Duration.ofSeconds(6);
  private static final Duration SUPPRESS_EVERY = Duration.ofMillis(400);

  /** A restart takes half of it where nothing else runs. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final int IN_FLIGHT = 200;
  private static final Duration BUSY_AGAIN = Duration.ofSeconds(240);

  private final Nodes nodes;
  private final Campaign campaign;
  private final Story story;
  private final Clock clock;
  private final Random random;
  private int leastInFlight = Integer.MAX_VALUE;

  Disturbance(Nodes nodes, Campaign campaign, Story story, Clock clock, long seed) {
    this.nodes = nodes;
    this.campaign = campaign;
    this.story = story;
    this.clock = clock;
    this.random = new Random(seed);
  }

  /** Runs them in random order on random nodes, one at a time; first the node that loads. */
  void nodes(int kills, int pauses, Loading loading) {
    if (kills > 0) {
      awaitBusy();
      kill(loading.node());
    }
    List<Boolean> order = new ArrayList<>();
    order.addAll(Collections.nCopies(Math.max(0, kills - 1), true));
    order.addAll(Collections.nCopies(pauses, false));
    Collections.shuffle(order, random);
    for (boolean kill : order) {
      awaitBusy();
      int node = 1 + random.nextInt(nodes.count());
      if (kill) {
        kill(node);
      } else {
        pause(node);
      }
    }
  }

  /** A fault counts when it hits enough calls, and retries that must not be forgotten. */
  private void awaitBusy() {
    try (Ledger ledger = new Ledger(nodes.database(), campaign.group())) {
      boolean busy =
          Waiting.became(
              BUSY_AGAIN, () -> ledger.inFlight() >= IN_FLIGHT && ledger.retriesPending() > 0);
      int inFlight = ledger.inFlight();
      if (!busy) {
        throw new IllegalStateException(
            "not within %d s: %d calls in flight and retries that wait; there are %d and %d in %s"
                .formatted(
                    BUSY_AGAIN.toSeconds(),
                    IN_FLIGHT,
                    inFlight,
                    ledger.retriesPending(),
                    campaign.view()));
      }
      leastInFlight = Math.min(leastInFlight, inFlight);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is dialled while a slow machine starts a node would be missing for later faults. */
  private void awaitReady(int node) {
    if (!nodes.readyWithin(node, SOON)) {
      campaign.slowly();
      nodes.awaitReady(node);
      campaign.asPlanned();
    }
    System.err.println(clock.instant() + " node-" + node + " is ready");
  }

  private void kill(int node) {
    nodes.kill(node);
    story.fault(clock.instant(), node, "kill");
    Waiting.pause(DEAD);
    nodes.restart(node);
    awaitReady(node);
    Waiting.pause(SETTLED);
  }

  /** A node that was downed while it slept ends by itself and is restarted by its supervisor. */
  private void pause(int node) {
    nodes.pause(node);
    story.fault(clock.instant(), node, "pause");
    Waiting.pause(PAUSED);
    nodes.resume(node);
    Waiting.pause(SETTLED);
    awaitReady(node);
    Waiting.pause(SETTLED);
  }

  /** Calls in flight at the fault that hit the fewest. */
  int leastInFlight() {
    return leastInFlight == Integer.MAX_VALUE ? 0 : leastInFlight;
  }

  /** Each away for some seconds; the group must go on by itself. */
  void services() {
    for (String service : List.of("redis", "carrier", "postgres")) {
      System.err.println(clock.instant() + " stop " + service);
      nodes.service("stop", service);
      Waiting.pause(SERVICE_AWAY);
      nodes.service("start", service);
      System.err.println(clock.instant() + " start " + service);
      for (int node = 1; node <= nodes.count(); node++) {
        nodes.awaitReady(node);
      }
      Waiting.pause(SETTLED);
    }
  }

  /** Suppresses devices at random until told to stop; only acknowledged ones are in the story. */
  Thread suppressing(Api through, AtomicBoolean stop) {
    Random whom = new Random(random.nextLong());
    Thread thread =
        new Thread(
            () -> {
              while (!stop.get()) {
                suppressOne(through, whom);
                Waiting.pause(SUPPRESS_EVERY);
              }
            },
            "suppressing");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void suppressOne(Api through, Random whom) {
    String number = campaign.numbers().get(whom.nextInt(campaign.numbers().size()));
    try {
      campaign.suppress(through, number);
      story.suppressed(number, clock.instant());
    } catch (Api.Refused e) {
      // Not acknowledged: nothing was promised.
      System.err.println("suppression not acknowledged: " + e.getMessage());
    }
  }
}
