package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.compliance.ComplianceCommand;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.suppression.Suppressor;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What campaigns and dialing need of compliance on a node; {@link ComplianceFeature} makes it.
 *
 * @param pool a router over the workers of the cluster
 * @param halted whether a halt stands for the tenant
 */
record CompliancePorts(
    ActorRef<ComplianceCommand> pool,
    PlacementGuard guard,
    Reservations reservations,
    RuleSets rules,
    Function<TenantId, CompletionStage<Boolean>> halted,
    Suppressor suppressor,
    Erasures erasures) {}
