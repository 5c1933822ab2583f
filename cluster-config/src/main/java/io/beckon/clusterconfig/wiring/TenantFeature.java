package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Puts together tenants, people, keys, settings and the audit trail on a node. */
final class TenantFeature {
  private TenantFeature() {}

  static TenantFeature start(Node node) {
    return new TenantFeature();
  }
}
