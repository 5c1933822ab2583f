package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Routers;
import io.beckon.actors.compliance.ComplianceWorker;
import io.beckon.actors.compliance.PoolParts;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.compliance.CheckDesk;
import io.beckon.http.compliance.ComplianceRoutes;
import io.beckon.http.compliance.EvidenceRoutes;
import io.beckon.http.compliance.HaltEvents;
import io.beckon.http.compliance.HaltRoutes;
import io.beckon.http.ocs.OcsRoutes;
import io.beckon.http.ocs.PreDialDesk;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.campaign.PostgresGroupQueries;
import io.beckon.persistence.compliance.EvidenceClosing;
import io.beckon.persistence.compliance.EvidenceKeys;
import io.beckon.persistence.compliance.PostgresDecisions;
import io.beckon.persistence.compliance.PostgresEvidence;
import io.beckon.persistence.compliance.PostgresHalts;
import io.beckon.persistence.compliance.PostgresOcsBookings;
import io.beckon.persistence.compliance.PostgresRuleSets;
import io.beckon.persistence.compliance.PostgresRules;
import io.beckon.persistence.compliance.RedisPlacementGuard;
import io.beckon.persistence.compliance.RedisReservationStore;
import io.beckon.persistence.list.PostgresContactPlaces;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.tenant.Tenants;
import java.util.List;

/**
 * Puts together the compliance pool, its rules and the halt on a node.
 *
 * @param pool asks any worker of the cluster
 */
record ComplianceFeature(
    RuleSets rules,
    Decisions decisions,
    Reservations reservations,
    PlacementGuard guard,
    Halts halts,
    ActorRef<ComplianceCommand> pool) {
  /** Workers keep nothing and wait for nobody; a few let the rules run on several cores. */
  private static final int WORKERS = 4;

  static ComplianceFeature start(
      Node node, SuppressionFeature suppression, RegistryFeature registries) {
    var context = node.context();
    var database = node.stores().database();
    var ruleSets = new PostgresRuleSets(database, registries.lookup());
    var store = new RedisReservationStore(suppression.redis());
    var decisions = new PostgresDecisions(database);
    var halts = new PostgresHalts(database, suppression.outbox(), node.clock());
    if (node.has(NodeRole.COMPLIANCE)) {
      var parts =
          new PoolParts(ruleSets, store, store, decisions, context.getSystem().executionContext());
      ComplianceWorker.startPool(context, parts, WORKERS);
    }
    return new ComplianceFeature(
        ruleSets,
        decisions,
        store,
        new RedisPlacementGuard(store, ruleSets, node.clock()),
        halts,
        context.spawn(Routers.group(ComplianceCommand.POOL), "compliance-pool"));
  }

  /** What campaigns and dialing need. */
  CompliancePorts ports(SuppressionFeature suppression) {
    return new CompliancePorts(
        pool,
        guard,
        reservations,
        rules,
        tenant -> halts.of(tenant).thenApply(Halts.HaltView::halted),
        suppression.suppressor(),
        suppression.erasures());
  }

  void serve(
      Node node, Rest rest, Tenants tenants, SuppressionFeature suppression, Locators locators) {
    var system = node.context().getSystem();
    var database = node.stores().database();
    var groups = new PostgresGroupQueries(database);
    var places = new PostgresContactPlaces(database);
    var stored = new PostgresRules(database, suppression.outbox(), node.clock());
    var bookings =
        new PreDialDesk.Bookings(
            new PostgresOcsBookings(database, suppression.redis()), reservations);
    rest.add(
        new ComplianceRoutes(
            stored,
            decisions,
            new CheckDesk(
                system, pool, new CheckDesk.Known(tenants, groups, locators, places), node.clock()),
            new EvidenceRoutes(evidence(node))),
        new HaltRoutes(halts, tenants, node.changes()),
        new OcsRoutes(
            new PreDialDesk(
                system,
                pool,
                new PreDialDesk.Known(tenants, locators, places),
                bookings,
                node.clock())));
    rest.show(new HaltEvents(halts));
  }

  private static PostgresEvidence evidence(Node node) {
    var database = node.stores().database();
    var box = SecretBox.ofEvidence(node.settings().signIn().secret());
    var keys = new EvidenceKeys(box, node.clock());
    ListFeature.sweeper(
        node, "evidence-closing", List.of(new EvidenceClosing(database, keys, node.clock())));
    return new PostgresEvidence(database, keys);
  }
}
