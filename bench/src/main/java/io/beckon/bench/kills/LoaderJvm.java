package io.beckon.bench.kills;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.persistence.Database;
import io.beckon.persistence.list.PostgresImportLoads;
import io.beckon.persistence.list.StagingDirectory;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.pgp.PgpSecret;
import io.beckon.protocol.reference.Locator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A JVM that loads one import as a node does, and may be killed at any moment. */
final class LoaderJvm {
  private static final String BEGUN = "begun";
  private static final int CONNECTIONS = 3;

  private final Process process;
  private final long begunAt;

  private LoaderJvm(Process process, long begunAt) {
    this.process = process;
    this.begunAt = begunAt;
  }

  /** Returns when it begins to load; what it takes a JVM to come so far is not the load's time. */
  static LoaderJvm start(LoadingWorld world, LoadFence fence, Path secret) throws IOException {
    var services = world.services();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // it does not live long enough for more
            "-cp",
            System.getProperty("java.class.path"),
            LoaderJvm.class.getName(),
            services.jdbcUrl(),
            services.user(),
            world.staging().toString(),
            fence.list().kind().toString(),
            Long.toString(fence.list().listId()),
            fence.importId().toString(),
            Long.toString(fence.epoch()),
            secret.toString());
    builder.environment().put("PGPASSWORD", services.password());
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals(BEGUN)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The loader ended before it began.");
    }
    return new LoaderJvm(process, System.nanoTime());
  }

  /**
   * Kills it (SIGKILL) so long after it began.
   *
   * @return false when it has ended before
   */
  boolean killedAfter(double seconds) throws InterruptedException {
    long left = begunAt + (long) (seconds * 1e9) - System.nanoTime();
    boolean ended = process.waitFor(Math.max(0, left), TimeUnit.NANOSECONDS);
    if (ended) {
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  /** Waits for its own end; the seconds it has loaded. */
  double completed() throws InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("A loader that nobody killed ended with " + code + ".");
    }
    return (System.nanoTime() - begunAt) / 1e9;
  }

  /** Ends with 0 when the import is completed. */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.exit(3));
    var list =
        new ListRef(
            LoadingWorld.TENANT, ImportKind.valueOf(arguments[3]), Long.parseLong(arguments[4]));
    var fence = new LoadFence(list, ImportId.parse(arguments[5]), Long.parseLong(arguments[6]));
    var secret = new PgpSecret(Files.readString(Path.of(arguments[7])), null);
    var ports = ports(arguments, secret);
    var system =
        ActorSystem.create(
            Behaviors.empty(),
            "loader",
            ConfigFactory.parseString("akka.actor.provider = local, akka.loglevel = WARNING")
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
    System.out.println(BEGUN);
    var end = LoadRun.of(system, ports, fence).toCompletableFuture().join();
    System.exit(end == LoadEnd.COMPLETED ? 0 : 1);
  }

  private static LoadPorts ports(String[] arguments, PgpSecret secret) {
    var config = new HikariConfig();
    config.setJdbcUrl(arguments[0]);
    config.setUsername(arguments[1]);
    config.setPassword(System.getenv("PGPASSWORD"));
    config.setMaximumPoolSize(CONNECTIONS);
    var database =
        new Database(new HikariDataSource(config), Executors.newFixedThreadPool(CONNECTIONS));
    var clock = Clock.systemUTC();
    return new LoadPorts(
        new PostgresImportLoads(database, clock),
        new StagingDirectory(Path.of(arguments[2])),
        LoadingWorld.UNTOLD,
        (kind, tenant, id) -> {},
        clock,
        LoadPorts.USUAL_UNPACKED,
        tenant -> CompletableFuture.completedFuture(List.of(secret)),
        tenant -> CompletableFuture.completedFuture(Locator.BUNDLED));
  }
}
