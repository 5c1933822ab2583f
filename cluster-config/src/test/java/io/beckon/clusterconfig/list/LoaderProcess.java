package io.beckon.clusterconfig.list;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.list.PostgresImportLoads;
import io.beckon.persistence.list.StagingDirectory;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A JVM that loads one import and may be killed: its main method runs what a node runs. */
final class LoaderProcess {
  private LoaderProcess() {}

  static Process start(ListWorld world, LoadFence fence) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // it does not live long enough for more
            "-cp",
            System.getProperty("java.class.path"),
            LoaderProcess.class.getName(),
            world.jdbcUrl,
            world.stagingRoot.toString(),
            Long.toString(fence.list().listId()),
            fence.importId().toString(),
            Long.toString(fence.epoch()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Ends with 0 when the import is completed, with 1 when another loader has it. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.exit(3));
    var clock = Clock.systemUTC();
    var list = new ListRef(TenantId.DEFAULT, ImportKind.CONTACTS, Long.parseLong(arguments[2]));
    var fence = new LoadFence(list, ImportId.parse(arguments[3]), Long.parseLong(arguments[4]));
    var database = TestPostgres.database(TestPostgres.pool(arguments[0]));
    var ports =
        new LoadPorts(
            new PostgresImportLoads(database, clock),
            new StagingDirectory(Path.of(arguments[1])),
            (tenant, suppressed, id, told) -> CompletableFuture.completedFuture(null),
            (kind, tenant, id) -> {},
            clock,
            LoadPorts.USUAL_UNPACKED,
            tenant -> CompletableFuture.completedFuture(List.of()),
            tenant -> CompletableFuture.completedFuture(Locator.BUNDLED));
    var system =
        ActorSystem.create(
            Behaviors.empty(),
            "loader",
            ConfigFactory.parseString("akka.actor.provider = local")
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
    System.exit(end(system, ports, fence) == LoadEnd.COMPLETED ? 0 : 1);
  }

  /** Goes on after a failure that may pass, as a node's loader does. */
  private static LoadEnd end(ActorSystem<?> system, LoadPorts ports, LoadFence fence) {
    try {
      return LoadRun.of(system, ports, fence).toCompletableFuture().join();
    } catch (CompletionException e) {
      return LoadRun.of(system, ports, fence).toCompletableFuture().join();
    }
  }
}
