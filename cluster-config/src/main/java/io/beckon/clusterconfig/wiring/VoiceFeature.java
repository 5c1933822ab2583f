package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import akka.cluster.typed.Cluster;
import io.beckon.actors.voice.SimulatedGateway;
import io.beckon.actors.voice.simulated.SimulatedCarrier;
import io.beckon.clusterconfig.node.HostPort;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Puts together the gateway to the simulated carrier, for calls and messages, on dial nodes. */
final class VoiceFeature {
  private VoiceFeature() {}

  /** This node's gateway. */
  record Gateway(GatewayId id, ActorRef<GatewayCommand> ref) {}

  /** Empty on nodes that do not dial. */
  static Optional<Gateway> start(Node node, SimulatedGateway.Ports ports) {
    if (!node.has(NodeRole.DIAL)) {
      return Optional.empty();
    }
    GatewayId id = id(node);
    var gateway =
        node.context()
            .spawn(SimulatedGateway.create(id, carrier(node), ports), "simulated-gateway");
    // Unhandled, its end is the node's: a second one would deny what the first had placed.
    node.context().watch(gateway);
    return Optional.of(new Gateway(id, gateway));
  }

  private static GatewayId id(Node node) {
    var address = Cluster.get(node.context().getSystem()).selfMember().uniqueAddress();
    return new GatewayId(node.name(), address.address().toString(), address.longUid());
  }

  /** A process of its own where one is given; else one inside this JVM. */
  private static InetSocketAddress carrier(Node node) {
    HostPort given = node.settings().services().carrier();
    return given == null
        ? embedded(node)
        : InetSocketAddress.createUnresolved(given.host(), given.port());
  }

  private static InetSocketAddress embedded(Node node) {
    try {
      var carrier =
          SimulatedCarrier.start(
              node.settings().node().data().resolve("carrier"),
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              node.clock());
      node.context()
          .getSystem()
          .getWhenTerminated()
          .whenComplete((done, trouble) -> carrier.close());
      return carrier.address();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
