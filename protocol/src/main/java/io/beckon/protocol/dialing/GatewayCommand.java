package io.beckon.protocol.dialing;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.ServiceKey;
import io.beckon.protocol.Wire;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a channel gateway is told. One gateway actor per carrier and {@code dial} node. */
public sealed interface GatewayCommand extends Wire {
  /** Gateways of the simulated carrier register here; listings find them on other nodes. */
  ServiceKey<GatewayCommand> SIMULATED = ServiceKey.create(GatewayCommand.class, "simulated");

  /** Asks for the gateway's own id; answered at once. */
  record Identify(ActorRef<GatewayId> replyTo) implements GatewayCommand {}

  /**
   * Place this call or message, at most once. As its last steps before the socket the gateway asks
   * {@code PlacementGuard}, refuses when more than one second has passed since {@code authorisedAt}
   * or when it has seen the attempt before (a repeat after which it only repeats its last report).
   * Each path ends in exactly one of {@link GatewayReport.NotPlaced} and {@link
   * GatewayReport.Ended}, resent every second to whatever incarnation of the session there is,
   * until {@link Stored}.
   *
   * @param callerId what the called person is shown; null: what the carrier has
   */
  record Place(
      AttemptId attempt,
      SessionId session,
      Placement placement,
      Instant authorisedAt,
      CarrierSettings settings,
      @Nullable String callerId)
      implements GatewayCommand {}

  /** The session has persisted the final report of these attempts; the gateway forgets them. */
  record Stored(List<AttemptId> attempts) implements GatewayCommand {
    public Stored {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * A session that recovered asks about what it finds open. For each attempt the gateway answers to
   * the session with its last report ({@link GatewayReport.Progress} or a final one), or with
   * {@link GatewayReport.NotKnown}.
   */
  record Adopt(SessionId session, List<AttemptId> attempts) implements GatewayCommand {
    public Adopt {
      attempts = List.copyOf(attempts);
    }
  }

  /** An agent takes the answered call. Arrives at most once per attempt. */
  record AgentAssigned(AttemptId attempt, String agent) implements GatewayCommand {}

  /** Door for messages a gateway sends itself; implemented only in the actors module. */
  non-sealed interface Internal extends GatewayCommand {}
}
