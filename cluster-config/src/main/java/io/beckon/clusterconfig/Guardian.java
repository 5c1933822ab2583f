package io.beckon.clusterconfig;

import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import io.beckon.actors.event.TopicChangeFeed;
import io.beckon.clusterconfig.cluster.Joining;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.Settings;
import io.beckon.clusterconfig.node.Stores;
import io.beckon.clusterconfig.wiring.Assembly;
import java.time.Clock;

/** The top of a node's actors: makes what all features share, starts them, joins the cluster. */
final class Guardian {
  private Guardian() {}

  static Behavior<Void> create(Settings settings, Stores stores, Clock clock) {
    return Behaviors.setup(
        context -> {
          Assembly.start(node(context, settings, stores, clock));
          Joining.start(context.getSystem(), settings.cluster());
          return Behaviors.empty();
        });
  }

  private static Node node(
      ActorContext<Void> context, Settings settings, Stores stores, Clock clock) {
    var topic =
        context.spawn(
            Behaviors.supervise(TopicChangeFeed.topic()).onFailure(SupervisorStrategy.restart()),
            "changes");
    return new Node(
        context,
        settings,
        clock,
        stores,
        ClusterSharding.get(context.getSystem()),
        new TopicChangeFeed(topic),
        topic);
  }
}
