package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleSets;
import java.util.concurrent.Executor;

/**
 * What the workers of the pool work with.
 *
 * @param executor runs the rules, so that they do not hold up the connection to Redis
 */
public record PoolParts(
    RuleSets rules,
    ReservationStore store,
    Reservations reservations,
    Decisions decisions,
    Executor executor) {}
