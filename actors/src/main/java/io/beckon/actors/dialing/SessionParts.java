package io.beckon.actors.dialing;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.dialing.DialStore;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.dialing.SliceStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a dial session works with on its node.
 *
 * @param compliance a router over the pool
 * @param gateway this node's
 * @param pacer takes a status to the session's group
 */
public record SessionParts(
    DialStore store,
    Reservations reservations,
    RuleSets rules,
    ActorRef<ComplianceCommand> compliance,
    ActorRef<GatewayCommand> gateway,
    GatewayId gatewayId,
    Gateways gateways,
    BiConsumer<SessionId, SliceStatus> pacer,
    Clock clock) {

  /** What the cluster knows of gateways on other nodes. */
  public interface Gateways {
    /** False once that incarnation of the node has been removed from the cluster. */
    boolean isMember(GatewayId gateway);

    /** The gateway, while its node can be found. */
    Optional<ActorRef<GatewayCommand>> find(GatewayId gateway);
  }
}
