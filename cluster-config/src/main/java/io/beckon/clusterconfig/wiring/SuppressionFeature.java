package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together suppression lists and their index in Redis on a node. */
final class SuppressionFeature {
  private SuppressionFeature() {}

  static SuppressionFeature start(Node node) {
    return new SuppressionFeature();
  }
}
