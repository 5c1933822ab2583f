package io.beckon.actors.event;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.pubsub.Topic;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.event.Changed;
import io.beckon.protocol.tenant.TenantId;

/** Carries changes to the subscribers on every node by Akka's distributed publish-subscribe. */
public final class TopicChangeFeed implements ChangeFeed {
  private final ActorRef<Topic.Command<Changed>> topic;

  public TopicChangeFeed(ActorRef<Topic.Command<Changed>> topic) {
    this.topic = topic;
  }

  /** The topic's actor, one a node; nodes meet by the topic's name. */
  public static Behavior<Topic.Command<Changed>> topic() {
    return Topic.create(Changed.class, "beckon-changes");
  }

  @Override
  public void changed(ChangeKind kind, TenantId tenant, String id) {
    topic.tell(Topic.publish(new Changed(kind, tenant, id)));
  }
}
