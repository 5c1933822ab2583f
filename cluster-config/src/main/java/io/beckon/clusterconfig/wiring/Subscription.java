package io.beckon.clusterconfig.wiring;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.pubsub.Topic;
import io.beckon.clusterconfig.node.Node;
import io.beckon.protocol.event.Changed;
import java.util.function.Consumer;

/** Hands every change in the cluster to a part of this node that is no actor. */
final class Subscription {
  private Subscription() {}

  static void of(Node node, String name, Consumer<Changed> part) {
    var receiver = node.context().spawn(behavior(part), name);
    node.changeTopic().tell(Topic.subscribe(receiver));
  }

  private static Behavior<Changed> behavior(Consumer<Changed> part) {
    return Behaviors.receiveMessage(
        change -> {
          part.accept(change);
          return Behaviors.same();
        });
  }
}
