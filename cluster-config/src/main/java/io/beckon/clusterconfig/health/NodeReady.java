package io.beckon.clusterconfig.health;

import akka.actor.ActorSystem;
import io.beckon.clusterconfig.node.NodeSetup;
import io.beckon.clusterconfig.node.Readiness;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Akka Management's question whether this node may take work; named in management.conf. */
public final class NodeReady implements Supplier<CompletionStage<Boolean>> {
  private static final Logger log = LoggerFactory.getLogger(NodeReady.class);

  private final Readiness readiness;
  private volatile List<String> lastMissing = List.of();

  public NodeReady(ActorSystem system) {
    readiness = NodeSetup.of(system).stores().readiness();
  }

  @Override
  public CompletionStage<Boolean> get() {
    return readiness.missing().thenApply(this::answer);
  }

  private boolean answer(List<String> missing) {
    if (!missing.equals(lastMissing)) {
      lastMissing = missing;
      log.info("event=readiness ready={} missing={}", missing.isEmpty(), missing);
    }
    return missing.isEmpty();
  }
}
