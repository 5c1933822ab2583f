package io.beckon.clusterconfig.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.management.cluster.bootstrap.ClusterBootstrap;
import akka.management.javadsl.AkkaManagement;
import io.beckon.clusterconfig.node.ClusterSettings;
import io.beckon.clusterconfig.node.ClusterSettings.Discovery;
import io.beckon.clusterconfig.node.NodeSetup;
import io.beckon.persistence.DatabaseSetup;
import io.beckon.persistence.lease.ClusterIncarnation;
import java.time.Duration;

/** Opens the management port and brings this node into its cluster. */
public final class Joining {
  private Joining() {}

  public static void start(ActorSystem<?> system, ClusterSettings settings) {
    akka.cluster.Cluster.get(system).registerOnMemberUp(() -> IncarnationGuard.start(system));
    AkkaManagement.get(system).start();
    if (settings.discovery() == Discovery.ALONE) {
      joinSelf(system);
    } else {
      ClusterBootstrap.get(system).start();
    }
  }

  /** A node that is alone by configuration does not wait for the silence of its predecessor. */
  private static void joinSelf(ActorSystem<?> system) {
    var cluster = Cluster.get(system);
    var classic = system.classicSystem();
    new ClusterIncarnation(DatabaseSetup.of(classic).database())
        .claim(NodeSetup.of(classic).settings().node().name(), Duration.ZERO)
        .thenAccept(claimed -> cluster.manager().tell(Join.create(cluster.selfMember().address())));
  }
}
