package io.beckon.clusterconfig;

import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.Readiness;
import io.beckon.clusterconfig.node.Settings;
import io.beckon.clusterconfig.node.Stores;
import io.beckon.persistence.Database;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The connections that outlive the actor system: opened before it, closed after it. */
final class Connections implements AutoCloseable {
  private final Pool features;
  private final Pool control;
  private final RedisClient redis;
  private final Stores stores;
  private final AtomicReference<CompletableFuture<StatefulRedisConnection<String, String>>> probe =
      new AtomicReference<>();

  private Connections(Pool features, Pool control, RedisURI redisUri) {
    this.features = features;
    this.control = control;
    this.redis = redis(redisUri);
    var metrics = NodeMetrics.create();
    features.measure(metrics);
    control.measure(metrics);
    this.stores = new Stores(features.database(), redisUri, new Readiness(), metrics);
    stores.readiness().require("postgres", this::databaseAnswers);
    stores.readiness().require("redis", this::redisAnswers);
  }

  static Connections open(Settings settings, Services services) {
    return new Connections(
        Pool.features(settings, services),
        Pool.control(settings, services),
        RedisURI.create(services.redisUrl()));
  }

  Stores stores() {
    return stores;
  }

  /** For what decides whether this node lives. */
  Database control() {
    return control.database();
  }

  @Override
  public void close() {
    redis.shutdown(0, 2, TimeUnit.SECONDS);
    features.close();
    control.close();
    stores.metrics().close();
  }

  /** Commands fail at once while disconnected: a check that cannot be made is a denial. */
  private static RedisClient redis(RedisURI uri) {
    var client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(Duration.ofSeconds(2)))
            .build());
    return client;
  }

  private CompletionStage<Boolean> databaseAnswers() {
    return control().withHandle(handle -> handle.select("SELECT true").mapTo(boolean.class).one());
  }

  private CompletionStage<Boolean> redisAnswers() {
    return probe().thenCompose(connection -> connection.async().ping()).thenApply("PONG"::equals);
  }

  /** One connection for the probe, made anew after a failed first try. */
  private CompletionStage<StatefulRedisConnection<String, String>> probe() {
    var made = probe.get();
    if (made != null && !made.isCompletedExceptionally()) {
      return made;
    }
    var fresh = new CompletableFuture<StatefulRedisConnection<String, String>>();
    if (!probe.compareAndSet(made, fresh)) {
      return probe();
    }
    return fresh.completeAsync(redis::connect, control.threads());
  }
}
