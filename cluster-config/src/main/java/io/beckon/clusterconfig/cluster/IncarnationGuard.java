package io.beckon.clusterconfig.cluster;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import io.beckon.persistence.DatabaseSetup;
import io.beckon.persistence.lease.ClusterIncarnation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the JVM of a node that its cluster has left behind: one that finds another cluster in
 * PostgreSQL, and one that was frozen for so long that the others have removed it. Its supervisor
 * starts it anew. Has a thread of its own, because a busy actor system must not look frozen.
 */
final class IncarnationGuard {
  private static final Logger log = LoggerFactory.getLogger(IncarnationGuard.class);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** The others notice after some 4 s and decide after stable-after, 7 s. */
  private static final Duration FROZEN = Duration.ofSeconds(10);

  private static final int LEFT_BEHIND = 13;

  private final Cluster cluster;
  private final ClusterIncarnation row;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var guard = new Thread(work, "incarnation-guard");
            guard.setDaemon(true);
            return guard;
          });
  private long lastTick = System.nanoTime();
  private volatile long mine;

  private IncarnationGuard(ActorSystem<?> system) {
    cluster = Cluster.get(system);
    row = new ClusterIncarnation(DatabaseSetup.of(system.classicSystem()).database());
  }

  /** Called when this node is up. */
  static void start(ActorSystem<?> system) {
    var guard = new IncarnationGuard(system);
    guard.thread.scheduleAtFixedRate(guard::tick, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    CoordinatedShutdown.get(system)
        .addTask(CoordinatedShutdown.PhaseClusterLeave(), "end-incarnation", guard::leave);
  }

  private void tick() {
    var now = System.nanoTime();
    var gap = Duration.ofNanos(now - lastTick);
    lastTick = now;
    if (gap.compareTo(FROZEN) > 0 && members() > 1) {
      leftBehind("frozen for " + gap.toSeconds() + " s");
    }
    if (mine == 0) {
      row.current().thenAccept(current -> mine = current);
    } else {
      row.beat(mine)
          .thenAccept(
              still -> {
                if (!still) {
                  leftBehind("another cluster was formed");
                }
              });
    }
  }

  private CompletionStage<Done> leave() {
    thread.shutdown();
    if (mine == 0 || members() > 1) {
      return CompletableFuture.completedFuture(Done.getInstance());
    }
    return row.end(mine).handle((ended, failure) -> Done.getInstance());
  }

  private int members() {
    var count = 0;
    for (var ignored : cluster.state().getMembers()) {
      count++;
    }
    return count;
  }

  /** At once: whatever this node would still do, others do already. */
  private static void leftBehind(String reason) {
    log.warn("event=left_behind reason=\"{}\"", reason);
    Runtime.getRuntime().halt(LEFT_BEHIND);
  }
}
