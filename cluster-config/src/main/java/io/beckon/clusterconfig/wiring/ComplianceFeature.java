package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together the compliance pool, its rules and the halt on a node. */
final class ComplianceFeature {
  private ComplianceFeature() {}

  static ComplianceFeature start(Node node) {
    return new ComplianceFeature();
  }
}
