package io.beckon.clusterconfig.node;

import akka.actor.ActorSystem;
import akka.actor.setup.Setup;

/** Hands the node's parts to what Akka creates by class name: health checks, metrics, joining. */
public final class NodeSetup extends Setup {
  private final Settings settings;
  private final Stores stores;

  public NodeSetup(Settings settings, Stores stores) {
    this.settings = settings;
    this.stores = stores;
  }

  public static NodeSetup of(ActorSystem system) {
    return system
        .settings()
        .setup()
        .get(NodeSetup.class)
        .orElseThrow(
            () -> new IllegalStateException("The actor system was made without NodeSetup"));
  }

  public Settings settings() {
    return settings;
  }

  public Stores stores() {
    return stores;
  }
}
