package io.beckon.clusterconfig.node;

import org.jspecify.annotations.Nullable;

/**
 * What a node talks to besides other nodes.
 *
 * @param redisUrl null: an embedded server is started
 * @param carrier the simulated carrier's process; null: it runs inside this JVM
 */
public record ServiceSettings(
    DatabaseSettings database, @Nullable String redisUrl, @Nullable HostPort carrier) {
  public ServiceSettings {
    if (redisUrl != null && !redisUrl.matches("rediss?://.+")) {
      throw new IllegalArgumentException("BECKON_REDIS_URL starts with redis:// or rediss://");
    }
  }

  @Override
  public String toString() {
    return "ServiceSettings[database=" + database + ", carrier=" + carrier + "]";
  }
}
