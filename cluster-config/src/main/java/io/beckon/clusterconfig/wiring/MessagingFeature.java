package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together the message gateways on a node. */
final class MessagingFeature {
  private MessagingFeature() {}

  static MessagingFeature start(Node node) {
    return new MessagingFeature();
  }
}
