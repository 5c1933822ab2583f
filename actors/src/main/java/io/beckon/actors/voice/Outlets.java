package io.beckon.actors.voice;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.dialing.AgentPost;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.dialing.SessionPost;

/**
 * To whom the gateway speaks about its attempts.
 *
 * @param self where answers go: an agent's, and a session's {@code Stored}
 */
record Outlets(SessionPost sessions, AgentPost agents, ActorRef<GatewayCommand> self) {
  void tell(SessionId session, GatewayReport report) {
    sessions.report(session, report, self);
  }
}
