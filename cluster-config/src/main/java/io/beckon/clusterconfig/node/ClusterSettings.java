package io.beckon.clusterconfig.node;

import java.util.List;

/**
 * How this node finds its cluster.
 *
 * @param discovery ALONE joins itself, CONFIG asks the contact points, KUBERNETES the API server
 * @param contactPoints management addresses of all nodes, this one's included; CONFIG only
 */
public record ClusterSettings(Discovery discovery, List<HostPort> contactPoints) {
  /** Where the other nodes' addresses come from. */
  public enum Discovery {
    ALONE,
    CONFIG,
    KUBERNETES
  }

  public ClusterSettings {
    contactPoints = List.copyOf(contactPoints);
    if (discovery == Discovery.CONFIG && contactPoints.isEmpty()) {
      throw new IllegalArgumentException(
          "BECKON_DISCOVERY=config needs BECKON_CONTACT_POINTS, a comma list of host:port");
    }
  }
}
