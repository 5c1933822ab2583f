package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together contact lists, imports and watched places on a node. */
final class ListFeature {
  private ListFeature() {}

  static ListFeature start(Node node) {
    return new ListFeature();
  }
}
