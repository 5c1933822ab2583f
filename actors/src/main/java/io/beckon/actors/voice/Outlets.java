package io.beckon.actors.voice;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.dialing.AgentPost;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.SessionPost;

/**
 * To whom the gateway speaks about its attempts.
 *
 * @param self where an agent's answer goes
 */
record Outlets(SessionPost sessions, AgentPost agents, ActorRef<GatewayCommand> self) {}
