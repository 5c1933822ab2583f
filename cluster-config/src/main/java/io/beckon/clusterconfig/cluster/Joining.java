package io.beckon.clusterconfig.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.management.cluster.bootstrap.ClusterBootstrap;
import akka.management.javadsl.AkkaManagement;
import io.beckon.clusterconfig.node.ClusterSettings;
import io.beckon.clusterconfig.node.ClusterSettings.Discovery;

/** Opens the management port and brings this node into its cluster. */
public final class Joining {
  private Joining() {}

  public static void start(ActorSystem<?> system, ClusterSettings settings) {
    AkkaManagement.get(system).start();
    if (settings.discovery() == Discovery.ALONE) {
      var cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
    } else {
      ClusterBootstrap.get(system).start();
    }
  }
}
