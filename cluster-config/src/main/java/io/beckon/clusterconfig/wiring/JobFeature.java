package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together jobs and schedules on a node. */
final class JobFeature {
  private JobFeature() {}

  static JobFeature start(Node node) {
    return new JobFeature();
  }
}
