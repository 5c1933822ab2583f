package io.beckon.clusterconfig.embedded;

import io.beckon.clusterconfig.node.KeptSecret;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Redis 6.2 in a directory: {@code port}, {@code password}, {@code redis.conf}, {@code
 * appendonly.aof}, {@code server.log}. Listens on loopback only, with a password.
 *
 * <p>The append-only file is synced every second, not at every write: PostgreSQL is the truth of
 * all that stands here, and a Redis that was started anew has another run id, on which everything
 * that matters is rebuilt before a check is answered. A sync a write would cost a disk round trip a
 * check and save nothing.
 */
public final class RedisServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Path home;
  private final Path program;
  private final String password;
  private @Nullable WatchedProcess process;
  private int port;

  private RedisServer(Path home, Path program) {
    this.home = home;
    this.program = program;
    this.password = KeptSecret.in(home.resolve("password"));
  }

  public static RedisServer start(Path home, Path binaries) throws IOException {
    Files.createDirectories(home);
    var server = new RedisServer(home, Binaries.redisServer(binaries));
    server.start();
    return server;
  }

  public String url() {
    return "redis://:" + password + "@127.0.0.1:" + port + "/0";
  }

  /** Starts a stopped server again, with its data, on its port. */
  public void start() throws IOException {
    Orphan.end(home.resolve("redis.pid"), program, "TERM");
    port = port == 0 ? KeptPort.in(home.resolve("port")) : port;
    var command = List.of(program.toString(), configuration().toString());
    var launch = new Launch(home, command, "TERM", STOP);
    var started = WatchedProcess.start(launch);
    process = started;
    if (!Patience.until(START, () -> !started.isAlive() || answers()) || !started.isAlive()) {
      started.stop();
      throw new IOException("Redis did not start; its reason stands in " + launch.log());
    }
  }

  public void stop() {
    if (process != null) {
      process.stop();
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  private Path configuration() throws IOException {
    var file = home.resolve("redis.conf");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        pidfile "%s"
        daemonize no
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory-policy noeviction
        loglevel warning
        """
            .formatted(port, password, home, home.resolve("redis.pid")));
  }

  private boolean answers() {
    var client = RedisClient.create(url());
    try (var connection = client.connect()) {
      return "PONG".equals(connection.sync().ping());
    } catch (RedisException e) { // Not yet, or still reading its file.
      return false;
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }
}
