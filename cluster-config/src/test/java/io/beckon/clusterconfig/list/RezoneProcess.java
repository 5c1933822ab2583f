package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;

import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.reference.PostgresLocators;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A JVM that re-zones lists and may be killed. */
final class RezoneProcess {
  private RezoneProcess() {}

  static Process start(ListWorld world) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RezoneProcess.class.getName(),
            world.jdbcUrl)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Ends with 0 when there is nothing left to do. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.exit(3));
    var database = TestPostgres.database(TestPostgres.pool(arguments[0]));
    var worker = new RezonedLists(database, new PostgresLocators(database), Clock.systemUTC());
    while (now(worker.step())) {
      Thread.onSpinWait();
    }
    System.exit(0);
  }
}
