package io.beckon.clusterconfig;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The connections that outlive the actor system: opened before it, closed after it. */
final class Connections implements AutoCloseable {
  private final HikariDataSource pool;
  private final ExecutorService executor;
  private final RedisClient redis;
  private final Stores stores;
  private final AtomicReference<CompletionStage<StatefulRedisConnection<String, String>>> probe =
      new AtomicReference<>();

  private Connections(HikariDataSource pool, ExecutorService executor, RedisClient redis) {
    this.pool = pool;
    this.executor = executor;
    this.redis = redis;
    var database = new Database(pool, executor);
    var metrics = NodeMetrics.create();
    pool.setMetricsTrackerFactory(NodeMetrics.ofPool(metrics));
    this.stores = new Stores(database, redis, new Readiness(), metrics);
    stores.readiness().require("postgres", this::databaseAnswers);
    stores.readiness().require("redis", this::redisAnswers);
  }

  static Connections open(Settings settings, Services services) {
    var size = settings.services().database().poolSize();
    var config = new HikariConfig();
    config.setPoolName("features");
    config.setJdbcUrl(services.jdbcUrl());
    config.setUsername(services.user());
    config.setPassword(services.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(2_000);
    config.addDataSourceProperty("ApplicationName", "beckon " + settings.node().name());
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", "600");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new Connections(
        new HikariDataSource(config),
        Executors.newFixedThreadPool(size, daemons()),
        redis(services.redisUrl()));
  }

  Stores stores() {
    return stores;
  }

  @Override
  public void close() {
    executor.shutdown();
    redis.shutdown(0, 2, TimeUnit.SECONDS);
    pool.close();
    stores.metrics().close();
  }

  /** Commands fail at once while disconnected: a check that cannot be made is a denial. */
  private static RedisClient redis(String url) {
    var client = RedisClient.create(RedisURI.create(url));
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(Duration.ofSeconds(2)))
            .build());
    return client;
  }

  private CompletionStage<Boolean> databaseAnswers() {
    return stores
        .database()
        .withHandle(handle -> handle.select("SELECT true").mapTo(boolean.class).one());
  }

  private CompletionStage<Boolean> redisAnswers() {
    return probe().thenCompose(connection -> connection.async().ping()).thenApply("PONG"::equals);
  }

  /** One connection for the probe, made anew after a failed first try. */
  private CompletionStage<StatefulRedisConnection<String, String>> probe() {
    return probe.updateAndGet(
        made ->
            made == null || made.toCompletableFuture().isCompletedExceptionally()
                ? CompletableFuture.supplyAsync(redis::connect, executor)
                : made);
  }

  private static ThreadFactory daemons() {
    var number = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, "database-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
