package io.beckon.clusterconfig.wiring;

import akka.actor.typed.DispatcherSelector;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.clusterconfig.node.Node;
import io.beckon.http.pgp.EncryptedDownloads;
import io.beckon.http.pgp.PgpKeyRoutes;
import io.beckon.http.pgp.PgpRecipientRoutes;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.pgp.PostgresPgpKeys;
import io.beckon.persistence.pgp.PostgresPgpRecipients;
import io.beckon.protocol.pgp.PgpRecipients;
import io.beckon.protocol.pgp.PgpSealing;
import io.beckon.protocol.pgp.PgpSecrets;

/**
 * Puts together OpenPGP keys on a node.
 *
 * @param secrets with which files that come are decrypted
 * @param recipients to whom files that go are encrypted, by {@code sealing}
 */
record PgpFeature(PgpSecrets secrets, PgpRecipients recipients, PgpSealing sealing) {
  static PgpFeature start(Node node, Rest rest) {
    var database = node.stores().database();
    var box = SecretBox.ofPgpKeys(node.settings().signIn().secret());
    var keys = new PostgresPgpKeys(database, box, node.clock());
    var recipients = new PostgresPgpRecipients(database, node.clock());
    var blocking = node.context().getSystem().dispatchers().lookup(DispatcherSelector.blocking());
    var workshop = new PgpWorkshop(blocking, node.clock());
    rest.add(new PgpKeyRoutes(keys, workshop), new PgpRecipientRoutes(recipients, workshop));
    return new PgpFeature(keys, recipients, workshop);
  }

  EncryptedDownloads downloads() {
    return new EncryptedDownloads(recipients, sealing);
  }
}
