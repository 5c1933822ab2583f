package io.beckon.clusterconfig.node;

import io.beckon.persistence.Database;
import io.lettuce.core.RedisClient;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What outlives the actor system on a node: connections, checks and metrics.
 *
 * @param redis connects by itself again; database 0; each feature opens its own connections
 * @param metrics served at {@code /metrics}; names start with {@code beckon.}
 */
public record Stores(
    Database database, RedisClient redis, Readiness readiness, PrometheusMeterRegistry metrics) {}
