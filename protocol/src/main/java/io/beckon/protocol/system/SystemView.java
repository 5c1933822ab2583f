package io.beckon.protocol.system;

import java.util.List;

/**
 * The installation as the node that answers sees it.
 *
 * @param node who answers
 * @param services what this node needs, and whether it can use it now
 */
public record SystemView(
    String version, String node, List<NodeView> nodes, List<ServiceView> services) {
  public SystemView {
    nodes = List.copyOf(nodes);
    services = List.copyOf(services);
  }

  /**
   * One node of the cluster.
   *
   * @param status of its membership: JOINING, UP, LEAVING, …
   */
  public record NodeView(
      String node, String address, String status, List<String> roles, boolean reachable) {
    public NodeView {
      roles = List.copyOf(roles);
    }
  }

  public record ServiceView(String name, boolean available) {}
}
