package io.beckon.clusterconfig.wiring;

import akka.actor.typed.DispatcherSelector;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.clusterconfig.node.Node;
import io.beckon.http.pgp.PgpKeyRoutes;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.pgp.PostgresPgpKeys;
import io.beckon.protocol.pgp.PgpSecrets;

/**
 * Puts together OpenPGP keys on a node.
 *
 * @param secrets with which files that come are decrypted
 */
record PgpFeature(PgpSecrets secrets) {
  static PgpFeature start(Node node, Rest rest) {
    var database = node.stores().database();
    var box = SecretBox.ofPgpKeys(node.settings().signIn().secret());
    var keys = new PostgresPgpKeys(database, box, node.clock());
    var blocking = node.context().getSystem().dispatchers().lookup(DispatcherSelector.blocking());
    var workshop = new PgpWorkshop(blocking, node.clock());
    rest.add(new PgpKeyRoutes(keys, workshop));
    return new PgpFeature(keys);
  }
}
