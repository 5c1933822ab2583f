package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Routers;
import io.beckon.actors.compliance.ComplianceWorker;
import io.beckon.actors.compliance.PoolParts;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.persistence.compliance.PostgresDecisions;
import io.beckon.persistence.compliance.PostgresHalts;
import io.beckon.persistence.compliance.PostgresRuleSets;
import io.beckon.persistence.compliance.RedisPlacementGuard;
import io.beckon.persistence.compliance.RedisReservationStore;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleSets;

/**
 * Puts together the compliance pool, its rules and the halt on a node.
 *
 * @param pool asks any worker of the cluster
 */
record ComplianceFeature(
    RuleSets rules,
    Reservations reservations,
    PlacementGuard guard,
    Halts halts,
    ActorRef<ComplianceCommand> pool) {
  /** Workers keep nothing and wait for nobody; a few let the rules run on several cores. */
  private static final int WORKERS = 4;

  static ComplianceFeature start(Node node, SuppressionFeature suppression) {
    var context = node.context();
    var database = node.stores().database();
    var ruleSets = new PostgresRuleSets(database);
    var store = new RedisReservationStore(suppression.redis());
    var halts = new PostgresHalts(database, suppression.outbox(), node.clock());
    if (node.has(NodeRole.COMPLIANCE)) {
      var parts =
          new PoolParts(
              ruleSets,
              store,
              store,
              new PostgresDecisions(database),
              context.getSystem().executionContext());
      ComplianceWorker.startPool(context, parts, WORKERS);
    }
    return new ComplianceFeature(
        ruleSets,
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
        suppression.suppressor());
  }
}
