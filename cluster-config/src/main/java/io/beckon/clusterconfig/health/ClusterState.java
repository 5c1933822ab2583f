package io.beckon.clusterconfig.health;

import akka.actor.typed.ActorSystem;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.Readiness;
import io.beckon.protocol.system.SystemState;
import io.beckon.protocol.system.SystemView;
import io.beckon.protocol.system.SystemView.NodeView;
import io.beckon.protocol.system.SystemView.ServiceView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** The cluster's members and this node's services, as this node sees them now. */
public final class ClusterState implements SystemState {
  /** A member's name travels among its roles, which every node is told of. */
  public static final String NAME_ROLE = "name=";

  private final ActorSystem<?> system;
  private final Readiness readiness;
  private final String node;

  public ClusterState(Node node) {
    this.system = node.context().getSystem();
    this.readiness = node.stores().readiness();
    this.node = node.name();
  }

  @Override
  public CompletionStage<SystemView> view() {
    return readiness
        .missing()
        .thenApply(missing -> new SystemView(version(), node, nodes(), services(missing)));
  }

  private List<ServiceView> services(List<String> missing) {
    return readiness.names().stream()
        .map(name -> new ServiceView(name, !missing.contains(name)))
        .toList();
  }

  private List<NodeView> nodes() {
    var state = Cluster.get(system).state();
    return StreamSupport.stream(state.getMembers().spliterator(), false)
        .map(member -> node(state, member))
        .sorted(Comparator.comparing(NodeView::node))
        .toList();
  }

  private static NodeView node(ClusterEvent.CurrentClusterState state, Member member) {
    var address = member.address();
    var name =
        member.getRoles().stream()
            .filter(role -> role.startsWith(NAME_ROLE))
            .map(role -> role.substring(NAME_ROLE.length()))
            .findFirst();
    return new NodeView(
        name.orElseGet(address::hostPort),
        address.hostPort(),
        member.status().toString().toUpperCase(Locale.ROOT),
        member.getRoles().stream()
            .filter(role -> !role.startsWith(NAME_ROLE) && !role.startsWith("dc-"))
            .sorted()
            .toList(),
        !state.getUnreachable().contains(member));
  }

  private static String version() {
    return Optional.ofNullable(ClusterState.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
