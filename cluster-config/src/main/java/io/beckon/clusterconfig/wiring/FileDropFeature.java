package io.beckon.clusterconfig.wiring;

import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import io.beckon.actors.filedrop.DropKeeper;
import io.beckon.actors.filedrop.DropPorts;
import io.beckon.actors.filedrop.DropTrial;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.filedrop.DropSourceRoutes;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.filedrop.PostgresDropSources;
import io.beckon.persistence.filedrop.PostgresTakenFiles;
import io.beckon.persistence.job.Crons;
import io.beckon.persistence.list.PostgresMappings;
import io.beckon.persistence.suppression.PostgresSuppressionExport;
import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.suppression.SuppressionLists;

/** Puts together the places that are watched for files, built-in folders and servers. */
final class FileDropFeature {
  private FileDropFeature() {}

  static void start(
      Node node, Rest rest, ListFeature list, SuppressionLists suppressionLists, PgpFeature pgp) {
    var database = node.stores().database();
    var box = SecretBox.ofDropSources(node.settings().signIn().secret());
    var sources = new PostgresDropSources(database, box, new Crons(), node.clock());
    var taken = new PostgresTakenFiles(database, node.clock());
    var roots =
        new DropRoots(
            node.settings().node().data().resolve("drops"), node.settings().lists().dropRoots());
    var ports =
        new DropPorts(
            roots,
            sources,
            taken,
            list.staging(),
            list.desk(),
            list.imports(),
            new PostgresMappings(database, node.clock()),
            list.lists(),
            suppressionLists,
            list.contacts(),
            new PostgresSuppressionExport(database),
            pgp.recipients(),
            pgp.sealing(),
            new Crons());
    var keeper =
        Behaviors.supervise(DropKeeper.create(ports, node.clock()))
            .onFailure(SupervisorStrategy.restart());
    var system = node.context().getSystem();
    ClusterSingleton.get(system)
        .init(
            SingletonActor.of(keeper, "drop-keeper")
                .withSettings(
                    ClusterSingletonSettings.create(system).withRole(NodeRole.LIST_MANAGER.id())));
    rest.add(new DropSourceRoutes(sources, taken, new DropTrial(system, roots), roots));
  }
}
