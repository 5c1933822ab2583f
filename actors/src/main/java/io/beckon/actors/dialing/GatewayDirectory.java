package io.beckon.actors.dialing;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Which gateways the cluster has: membership by incarnation, references by the receptionist. */
public final class GatewayDirectory implements SessionParts.Gateways {
  private final Cluster cluster;
  private final String self;
  private volatile Set<ActorRef<GatewayCommand>> listed = Set.of();

  public GatewayDirectory(ActorSystem<?> system) {
    this.cluster = Cluster.get(system);
    this.self = cluster.selfMember().uniqueAddress().address().toString();
  }

  /** Keeps the directory up to date; spawn it once per node. */
  public Behavior<Receptionist.Listing> follow() {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.subscribe(GatewayCommand.SIMULATED, context.getSelf()));
          return Behaviors.receive(Receptionist.Listing.class)
              .onMessage(
                  Receptionist.Listing.class,
                  listing -> {
                    listed = Set.copyOf(listing.getServiceInstances(GatewayCommand.SIMULATED));
                    return Behaviors.same();
                  })
              .build();
        });
  }

  @Override
  public boolean isMember(GatewayId gateway) {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .anyMatch(
            m ->
                m.uniqueAddress().longUid() == gateway.nodeUid()
                    && m.address().toString().equals(gateway.address()));
  }

  @Override
  public Optional<ActorRef<GatewayCommand>> find(GatewayId gateway) {
    return listed.stream().filter(ref -> address(ref).equals(gateway.address())).findFirst();
  }

  private String address(ActorRef<GatewayCommand> ref) {
    var address = ref.path().address();
    return address.hasLocalScope() ? self : address.toString();
  }
}
