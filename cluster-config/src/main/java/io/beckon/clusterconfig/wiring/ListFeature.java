package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Routers;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import io.beckon.actors.list.ContactList;
import io.beckon.actors.list.FileKeeper;
import io.beckon.actors.list.FilePreviews;
import io.beckon.actors.list.ImportKeeper;
import io.beckon.actors.list.ImportLoader;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.ShardedImportDesk;
import io.beckon.actors.list.Sweeper;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.list.ContactListRoutes;
import io.beckon.http.list.ImportEvents;
import io.beckon.http.list.ImportRoutes;
import io.beckon.http.list.LabelSchemaRoutes;
import io.beckon.http.list.MappingRoutes;
import io.beckon.http.list.PreviewRoutes;
import io.beckon.http.list.RezoningRoutes;
import io.beckon.http.list.SelectionRuleRoutes;
import io.beckon.http.list.UploadRoute;
import io.beckon.http.list.UploadRuleRoutes;
import io.beckon.persistence.list.CountedLists;
import io.beckon.persistence.list.FlushedContacts;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.PostgresImportLoads;
import io.beckon.persistence.list.PostgresImports;
import io.beckon.persistence.list.PostgresKeptFiles;
import io.beckon.persistence.list.PostgresKeptUploads;
import io.beckon.persistence.list.PostgresLabelSchemas;
import io.beckon.persistence.list.PostgresMappings;
import io.beckon.persistence.list.PostgresRezonings;
import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.persistence.list.PostgresUploadRules;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.list.StagingDirectory;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.protocol.list.ContactListCommand;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoaderCommand;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.list.Sweep;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts together contact lists, imports and their loaders on a node.
 *
 * @param uploads the imports of any list, for whoever serves a kind of list
 * @param previews the previews of files for any list, likewise
 */
record ListFeature(
    ContactLists lists,
    Contacts contacts,
    Imports imports,
    ImportDesk desk,
    Staging staging,
    UploadRoute uploads,
    PreviewRoutes previews) {

  /** At a time: each holds a connection of the features' pool. */
  private static final int EXPORTS = 4;

  static ListFeature start(
      Node node,
      Rest rest,
      SuppressionFeature suppression,
      PgpFeature pgp,
      PostgresLocators locators) {
    var secrets = pgp.secrets();
    var database = node.stores().database();
    var clock = node.clock();
    var lists = new PostgresContactLists(database, clock);
    var imports = new PostgresImports(database, clock);
    var staging = new StagingDirectory(node.settings().node().data());
    entities(node, imports);
    keeper(node, imports);
    List<Sweep> sweeps = new ArrayList<>(suppression.sweeps());
    sweeps.add(new FlushedContacts(database));
    sweeper(node, "sweeper", sweeps);
    sweeper(
        node,
        "list-zoner",
        List.of(new RezonedLists(database, locators, clock), new CountedLists(database, clock)));
    var files = new PostgresKeptFiles(database, staging, clock);
    singleton(node, "file-keeper", FileKeeper.create(files, node.settings().lists().keepFiles()));
    if (node.has(NodeRole.LIST_BUILDER)) {
      var loads = new PostgresImportLoads(database, clock);
      long largest = node.settings().lists().largestUnpacked();
      loader(
          node,
          new LoadPorts(
              loads,
              staging,
              suppression.publisher(),
              node.changes(),
              clock,
              largest,
              secrets,
              locators));
    }
    var desk = new ShardedImportDesk(node.sharding(), imports, node.changes());
    var mappings = new PostgresMappings(database, clock);
    var kept = new PostgresKeptUploads(database, clock);
    var uploads = new UploadRoute(lists, imports, desk, staging, mappings, kept);
    var blocking = node.context().getSystem().dispatchers().lookup(DispatcherSelector.blocking());
    var looks = new FilePreviews(staging, secrets, locators, blocking);
    var previews = new PreviewRoutes(lists, staging, kept, looks, mappings);
    var contacts = new PostgresContacts(database, new CopySource(database, EXPORTS), clock);
    var rezoning = new RezoningRoutes(new PostgresRezonings(database, clock));
    rest.add(
        new ContactListRoutes(
            lists,
            contacts,
            new ContactListRoutes.Zoning(locators, rezoning),
            new ContactListRoutes.Files(uploads, previews, pgp.downloads())),
        rezoning,
        previews,
        new ImportRoutes(imports, desk, files),
        new MappingRoutes(mappings),
        new SelectionRuleRoutes(new PostgresSelectionRules(database, clock), lists),
        new LabelSchemaRoutes(new PostgresLabelSchemas(database, clock)),
        new UploadRuleRoutes(new PostgresUploadRules(database, clock)));
    rest.show(new ImportEvents(imports));
    return new ListFeature(lists, contacts, imports, desk, staging, uploads, previews);
  }

  private static void entities(Node node, Imports imports) {
    ActorRef<LoaderCommand> loaders =
        node.context().spawn(Routers.group(ImportLoader.KEY), "list-builders");
    node.sharding()
        .init(
            Entity.of(
                    ContactList.TYPE,
                    e ->
                        ContactList.create(
                            ListRef.parse(e.getEntityId()), imports, loaders, node.clock()))
                .withRole(NodeRole.LIST_MANAGER.id()));
  }

  private static void keeper(Node node, Imports imports) {
    var keeper =
        ImportKeeper.create(
            imports,
            silent ->
                node.sharding()
                    .entityRefFor(ContactList.TYPE, silent.list().entityId())
                    .tell(new ContactListCommand.Wake(silent.importId())));
    singleton(node, "import-keeper", keeper);
  }

  private static <T> void singleton(Node node, String name, Behavior<T> behavior) {
    var system = node.context().getSystem();
    ClusterSingleton.get(system)
        .init(
            SingletonActor.of(
                    Behaviors.supervise(behavior).onFailure(SupervisorStrategy.restart()), name)
                .withSettings(
                    ClusterSingletonSettings.create(system).withRole(NodeRole.LIST_MANAGER.id())));
  }

  static void sweeper(Node node, String name, List<Sweep> sweeps) {
    var system = node.context().getSystem();
    ClusterSingleton.get(system)
        .init(
            SingletonActor.of(
                    Behaviors.supervise(Sweeper.create(sweeps))
                        .onFailure(SupervisorStrategy.restart()),
                    name)
                .withSettings(
                    ClusterSingletonSettings.create(system).withRole(NodeRole.LIST_MANAGER.id())));
  }

  private static void loader(Node node, LoadPorts ports) {
    var loader =
        ImportLoader.create(
            ports,
            fence ->
                node.sharding()
                    .entityRefFor(ContactList.TYPE, fence.list().entityId())
                    .tell(new ContactListCommand.Ended(fence.importId())));
    node.context()
        .spawn(
            Behaviors.supervise(loader).onFailure(SupervisorStrategy.restart()), "import-loader");
  }
}
