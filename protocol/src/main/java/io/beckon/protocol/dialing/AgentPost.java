package io.beckon.protocol.dialing;

import akka.actor.typed.ActorRef;

/** How a gateway finds an agent for a call that a person has answered. Fire and forget. */
public interface AgentPost {
  /**
   * Asks the group's pacer for an agent. The answer, if one is free in time, is {@link
   * GatewayCommand.AgentAssigned}; the gateway owns the two-second timer.
   */
  void want(SessionId session, AttemptId attempt, ActorRef<GatewayCommand> replyTo);

  /** The call is over or nobody waits any more: whoever was assigned to it is free. Idempotent. */
  void done(SessionId session, AttemptId attempt);
}
