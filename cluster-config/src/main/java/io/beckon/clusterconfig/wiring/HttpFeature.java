package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;

/** Binds the REST server with the routes of all features on nodes of role api. */
final class HttpFeature {
  private HttpFeature() {}

  static HttpFeature start(Node node) {
    return new HttpFeature();
  }
}
