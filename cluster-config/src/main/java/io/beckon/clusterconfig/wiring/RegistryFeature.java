package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.registry.RegistryRoutes;
import io.beckon.persistence.registry.PostgresRegistries;
import io.beckon.persistence.registry.RegistryShelf;
import io.beckon.persistence.registry.RegistrySwitch;
import io.beckon.protocol.registry.RegistryLookup;
import java.util.List;

/**
 * Puts together national registries on a node.
 *
 * @param lookup what a node that checks has mapped
 */
record RegistryFeature(RegistryLookup lookup) {
  static RegistryFeature start(Node node, Rest rest, SuppressionFeature suppression) {
    var database = node.stores().database();
    var folder = node.settings().node().data().resolve("registries");
    var registries = new PostgresRegistries(database, folder, node.clock());
    var shelf = new RegistryShelf(database, folder, node.name());
    if (node.has(NodeRole.COMPLIANCE)) {
      shelf.start();
    }
    node.context()
        .getSystem()
        .getWhenTerminated()
        .whenComplete(
            (done, trouble) -> {
              shelf.close();
              registries.close();
            });
    rest.add(new RegistryRoutes(registries, folder));
    ListFeature.sweeper(
        node,
        "registry-switch",
        List.of(new RegistrySwitch(database, suppression.outbox(), node.clock())));
    return new RegistryFeature(shelf);
  }
}
