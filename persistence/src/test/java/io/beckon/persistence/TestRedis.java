package io.beckon.persistence;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import redis.embedded.RedisServer;

/**
 * A real Redis 6.2 for tests: one shared server a JVM with an own database number a call. A test
 * that stops, starts or empties the server takes one of its own with {@link #ownServer()}.
 */
public final class TestRedis implements AutoCloseable {
  private static final int DATABASES = 4096;
  private static final AtomicInteger taken = new AtomicInteger();

  private final int port;
  private RedisServer server;

  private TestRedis(int port) {
    this.port = port;
    this.server = launch(port);
  }

  /** An empty database on the shared server. */
  public static RedisURI freshUri() {
    return Shared.REDIS.uri(taken.getAndIncrement() % DATABASES);
  }

  /** A server for one test alone, started; keeps nothing on disk. */
  public static TestRedis ownServer() {
    return new TestRedis(freePort());
  }

  public RedisURI uri() {
    return uri(0);
  }

  private RedisURI uri(int database) {
    return RedisURI.builder().withHost("127.0.0.1").withPort(port).withDatabase(database).build();
  }

  /** Starts a stopped server again on the same port: empty, with another run id. */
  public void start() {
    server = launch(port);
  }

  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static RedisServer launch(int port) {
    try {
      var server =
          RedisServer.newRedisServer()
              .port(port)
              .setting("bind 127.0.0.1")
              .setting("save \"\"")
              .setting("appendonly no")
              .setting("databases " + DATABASES)
              .build();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started by its first use, stopped with the JVM. */
  private static final class Shared {
    static final TestRedis REDIS = ownServer();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(REDIS::stop, "stop-test-redis"));
    }
  }
}
