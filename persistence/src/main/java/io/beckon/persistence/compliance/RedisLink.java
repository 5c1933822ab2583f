package io.beckon.persistence.compliance;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

/**
 * Connections to the Redis whose content is believed: one for checks, one for changes, so that no
 * check stands in line behind an import. They are checked once and never reconnect, and every
 * script names the epoch: a command can change no other Redis than the one that was checked.
 */
record RedisLink(
    StatefulRedisConnection<String, String> checks,
    StatefulRedisConnection<String, String> changes,
    RedisScripts scripts,
    String epoch) {
  RedisAsyncCommands<String, String> redis() {
    return checks.async();
  }

  /** Slower to give up than {@link #redis()}. */
  RedisAsyncCommands<String, String> slowly() {
    return changes.async();
  }

  boolean isOpen() {
    return checks.isOpen() && changes.isOpen();
  }
}
