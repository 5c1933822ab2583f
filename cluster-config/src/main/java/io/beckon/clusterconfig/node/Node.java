package io.beckon.clusterconfig.node;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.pubsub.Topic;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.Changed;
import java.time.Clock;

/**
 * What every feature is handed to put itself together on this node. Features are started on every
 * node, whatever its roles: sharded entities and singletons are initialised with their role, so a
 * node without it gets the proxy; anything else asks {@link #has}.
 *
 * @param context the Guardian's: features spawn their actors as its children
 * @param clock the only one
 * @param changeTopic where {@link Changed} can be subscribed to; publishing goes through {@code
 *     changes}
 */
public record Node(
    ActorContext<?> context,
    Settings settings,
    Clock clock,
    Stores stores,
    ClusterSharding sharding,
    ChangeFeed changes,
    ActorRef<Topic.Command<Changed>> changeTopic) {

  public boolean has(NodeRole role) {
    return settings.node().roles().contains(role);
  }

  /** The node's name: {@code node-1}, or the pod's. */
  public String name() {
    return settings.node().name();
  }
}
