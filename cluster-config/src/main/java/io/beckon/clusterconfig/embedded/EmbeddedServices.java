package io.beckon.clusterconfig.embedded;

import io.beckon.clusterconfig.node.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL and Redis that run beside a node when no others are given. */
public final class EmbeddedServices implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedServices.class);

  private final Services services;
  private final Deque<AutoCloseable> running;

  private EmbeddedServices(Services services, Deque<AutoCloseable> running) {
    this.services = services;
    this.running = running;
  }

  /** Starts what has no address in {@code settings}, side by side; blocks until they answer. */
  public static EmbeddedServices startMissing(Path data, ServiceSettings settings) {
    var running = new ArrayDeque<AutoCloseable>();
    var home = data.resolve("embedded");
    var given = settings.database();
    var givenRedis = settings.redisUrl();
    if (given.url() == null || givenRedis == null) {
      running.push(opened(() -> DataLock.take(home)));
    }
    var redis =
        CompletableFuture.supplyAsync(
            () -> givenRedis != null ? givenRedis : startRedis(data, home, running));
    var url = given.url();
    var postgres =
        url != null
            ? new Services(url, given.user(), given.password(), "")
            : startPostgres(data, home, running);
    log.info("event=services postgres={} redis={}", kind(url == null), kind(givenRedis == null));
    return new EmbeddedServices(postgres.withRedis(joined(redis)), running);
  }

  public Services services() {
    return services;
  }

  /** Stops what was started, last first; each failure is logged and does not keep the others. */
  @Override
  public void close() {
    for (var service : running) {
      try {
        service.close();
      } catch (Exception e) {
        log.warn("event=service_stop_failed", e);
      }
    }
    running.clear();
  }

  private static String startRedis(Path data, Path binaries, Deque<AutoCloseable> running) {
    var redis = opened(() -> RedisServer.start(data.resolve("redis"), binaries));
    push(running, redis);
    return redis.url();
  }

  private static Services startPostgres(Path data, Path binaries, Deque<AutoCloseable> running) {
    var postgres = opened(() -> PostgresServer.start(data.resolve("postgres"), binaries));
    push(running, postgres);
    return new Services(postgres.jdbcUrl(), postgres.user(), postgres.password(), "");
  }

  private static void push(Deque<AutoCloseable> running, AutoCloseable service) {
    synchronized (running) {
      running.push(service);
    }
  }

  private static String joined(CompletableFuture<String> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static String kind(boolean embedded) {
    return embedded ? "embedded" : "external";
  }

  private static <T> T opened(Opening<T> opening) {
    try {
      return opening.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private interface Opening<T> {
    T open() throws IOException;
  }
}
