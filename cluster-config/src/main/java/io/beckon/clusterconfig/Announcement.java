package io.beckon.clusterconfig;

import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import io.beckon.clusterconfig.node.Readiness;
import io.beckon.clusterconfig.node.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the terminal, once, that the node takes work, and where. */
final class Announcement {
  private static final Logger log = LoggerFactory.getLogger(Announcement.class);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final ActorSystem<?> system;
  private final Settings settings;
  private final Readiness readiness;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private Announcement(ActorSystem<?> system, Settings settings, Readiness readiness) {
    this.system = system;
    this.settings = settings;
    this.readiness = readiness;
  }

  /** Completes with the node's address when it is ready. */
  static CompletionStage<URI> whenReady(
      ActorSystem<?> system, Settings settings, Readiness readiness) {
    var announcement = new Announcement(system, settings, readiness);
    announcement.check();
    return announcement.ready;
  }

  private void check() {
    readiness
        .missing()
        .thenAccept(
            missing -> {
              if (missing.isEmpty() && isUp()) {
                announce();
              } else {
                system.scheduler().scheduleOnce(BETWEEN, this::check, system.executionContext());
              }
            });
  }

  private boolean isUp() {
    return Cluster.get(system).selfMember().status().equals(MemberStatus.up());
  }

  private void announce() {
    var address = "http://" + settings.network().host() + ":" + settings.network().httpPort() + "/";
    log.info("event=ready address={}", address);
    System.out.println("Beckon is ready: " + address + " (user admin, tenant default)");
    ready.complete(URI.create(address));
  }
}
