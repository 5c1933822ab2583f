package io.beckon.clusterconfig.wiring;

import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import io.beckon.actors.campaign.CampaignGroup;
import io.beckon.actors.campaign.GroupParts;
import io.beckon.actors.campaign.RunKeeper;
import io.beckon.actors.campaign.ShardedCampaignGroups;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.campaign.CampaignGroupRoutes;
import io.beckon.http.campaign.CampaignTemplateRoutes;
import io.beckon.http.campaign.GroupDesk;
import io.beckon.http.campaign.GroupEvents;
import io.beckon.persistence.campaign.PostgresCampaignTemplates;
import io.beckon.persistence.campaign.PostgresGroupQueries;
import io.beckon.persistence.campaign.PostgresGroupStore;
import io.beckon.persistence.campaign.PostgresRunStore;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.CampaignGroups;

/** Puts together campaign groups and the keeper of their runs on a node. */
final class CampaignFeature {
  private final CampaignGroups groups;

  private CampaignFeature(CampaignGroups groups) {
    this.groups = groups;
  }

  static CampaignFeature start(Node node, CompliancePorts compliance, Rest rest) {
    var database = node.stores().database();
    var store = new PostgresGroupStore(database);
    var runs = new PostgresRunStore(database);
    var halted = compliance.halted();
    var reach = new Reach(node);
    var parts = new GroupParts(store, runs, reach::session, node.changes(), node.clock());
    node.sharding()
        .init(
            Entity.of(
                    CampaignGroupCommand.TYPE,
                    e -> CampaignGroup.create(GroupParts.Key.parse(e.getEntityId()), parts))
                .withRole(NodeRole.CAMPAIGN.id()));
    keepRuns(node, store, reach);
    var groups = new ShardedCampaignGroups(node.sharding(), store, halted, node.clock());
    var desk =
        new GroupDesk(
            groups, new PostgresGroupQueries(database), compliance.rules(), halted, node.clock());
    var templates = new PostgresCampaignTemplates(database, node.clock());
    rest.add(new CampaignTemplateRoutes(templates));
    rest.add(new CampaignGroupRoutes(desk, templates, runs, node.clock()));
    rest.show(new GroupEvents(desk));
    return new CampaignFeature(groups);
  }

  private static void keepRuns(Node node, PostgresGroupStore store, Reach reach) {
    var keeper =
        Behaviors.supervise(
                RunKeeper.create(store, new RunKeeper.Reach(reach::group, reach::session)))
            .onFailure(SupervisorStrategy.restart());
    var system = node.context().getSystem();
    ClusterSingleton.get(system)
        .init(
            SingletonActor.of(keeper, "run-keeper")
                .withSettings(
                    ClusterSingletonSettings.create(system).withRole(NodeRole.CAMPAIGN.id())));
  }

  CampaignGroups groups() {
    return groups;
  }
}
