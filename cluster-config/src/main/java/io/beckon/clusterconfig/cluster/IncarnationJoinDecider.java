package io.beckon.clusterconfig.cluster;

import akka.actor.ActorSystem;
import akka.management.cluster.bootstrap.ClusterBootstrapSettings;
import akka.management.cluster.bootstrap.JoinDecider;
import akka.management.cluster.bootstrap.JoinDecision;
import akka.management.cluster.bootstrap.JoinOtherSeedNodes;
import akka.management.cluster.bootstrap.JoinSelf$;
import akka.management.cluster.bootstrap.KeepProbing$;
import akka.management.cluster.bootstrap.SeedNodesInformation;
import io.beckon.clusterconfig.node.NodeSetup;
import io.beckon.persistence.DatabaseSetup;
import io.beckon.persistence.lease.ClusterIncarnation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * Decides for Cluster Bootstrap: join whoever is in a cluster; form a new one only with
 * PostgreSQL's word that no other lives. However nodes start, restart or fail to see each other,
 * there is one cluster a database.
 */
public final class IncarnationJoinDecider implements JoinDecider {
  /** Longer than members that live may be silent: they beat every second. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final ClusterIncarnation incarnation;
  private final String node;

  public IncarnationJoinDecider(ActorSystem system, ClusterBootstrapSettings settings) {
    incarnation = new ClusterIncarnation(DatabaseSetup.of(system).database());
    node = NodeSetup.of(system).settings().node().name();
  }

  @Override
  public Future<JoinDecision> decide(SeedNodesInformation seen) {
    return FutureConverters.asScala(decision(seen));
  }

  private CompletionStage<JoinDecision> decision(SeedNodesInformation seen) {
    if (seen.hasSeedNodes()) {
      return CompletableFuture.completedFuture(new JoinOtherSeedNodes(seen.getAllSeedNodes()));
    }
    return incarnation
        .claim(node, SILENCE)
        .handle(
            (claimed, failure) ->
                failure == null && claimed.isPresent() ? JoinSelf$.MODULE$ : KeepProbing$.MODULE$);
  }
}
