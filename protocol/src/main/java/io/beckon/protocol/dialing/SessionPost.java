package io.beckon.protocol.dialing;

import akka.actor.typed.ActorRef;

/** How a gateway reaches a dial session, wherever that lives by now. Fire and forget. */
@FunctionalInterface
public interface SessionPost {
  /**
   * @param from the gateway itself, to which the session says {@link GatewayCommand.Stored}
   */
  void report(SessionId session, GatewayReport report, ActorRef<GatewayCommand> from);
}
