package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/**
 * The table of contents of a node: one line a feature, in the order in which they need each other.
 * A feature's {@code start} takes the node and the ports of features above it, and offers its own
 * ports and routes as accessors of the object it returns.
 */
public final class Assembly {
  private Assembly() {}

  public static void start(Node node) {
    TenantFeature.start(node);
    SuppressionFeature.start(node);
    ComplianceFeature.start(node);
    ListFeature.start(node);
    CampaignFeature.start(node);
    JobFeature.start(node);
    HttpFeature.start(node);
  }
}
