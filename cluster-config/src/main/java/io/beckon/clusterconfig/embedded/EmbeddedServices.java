package io.beckon.clusterconfig.embedded;

import io.beckon.clusterconfig.node.Settings;

/** The PostgreSQL and Redis that run beside a node when no others are given. */
public final class EmbeddedServices implements AutoCloseable {
  private final Services services;

  private EmbeddedServices(Services services) {
    this.services = services;
  }

  public static EmbeddedServices startMissing(Settings settings) {
    var database = settings.services().database();
    return new EmbeddedServices(
        new Services(
            String.valueOf(database.url()),
            database.user(),
            database.password(),
            String.valueOf(settings.services().redisUrl())));
  }

  public Services services() {
    return services;
  }

  @Override
  public void close() {}
}
