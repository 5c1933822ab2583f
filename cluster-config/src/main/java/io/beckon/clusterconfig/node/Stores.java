package io.beckon.clusterconfig.node;

import io.beckon.persistence.Database;
import io.lettuce.core.RedisURI;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What outlives the actor system on a node: connections, checks and metrics.
 *
 * @param redis where it is; who needs it opens its own connections
 * @param metrics served at {@code /metrics}; names start with {@code beckon.}
 */
public record Stores(
    Database database, RedisURI redis, Readiness readiness, PrometheusMeterRegistry metrics) {}
