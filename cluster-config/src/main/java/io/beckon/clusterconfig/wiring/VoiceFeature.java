package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together the voice gateways on a node. */
final class VoiceFeature {
  private VoiceFeature() {}

  static VoiceFeature start(Node node) {
    return new VoiceFeature();
  }
}
