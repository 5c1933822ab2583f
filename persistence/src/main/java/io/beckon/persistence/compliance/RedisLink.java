package io.beckon.persistence.compliance;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

/**
 * A connection to the Redis whose content is believed. It is checked once and never reconnects: a
 * command can reach no other Redis than the one that was checked.
 */
record RedisLink(
    StatefulRedisConnection<String, String> connection, RedisScripts scripts, String epoch) {
  RedisAsyncCommands<String, String> redis() {
    return connection.async();
  }
}
