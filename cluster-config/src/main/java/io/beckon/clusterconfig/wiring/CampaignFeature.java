package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together campaign groups, their dial sessions and attempts on a node. */
final class CampaignFeature {
  private CampaignFeature() {}

  static CampaignFeature start(Node node) {
    return new CampaignFeature();
  }
}
