package io.beckon.bench.ingest;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.stream.javadsl.FileIO;
import com.typesafe.config.ConfigFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.clusterconfig.embedded.EmbeddedServices;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.DatabaseSettings;
import io.beckon.clusterconfig.node.ServiceSettings;
import io.beckon.persistence.Database;
import io.beckon.persistence.Migrations;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresImportLoads;
import io.beckon.persistence.list.PostgresImports;
import io.beckon.persistence.list.StagingDirectory;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;

/**
 * Loads one file with the loader of a node and a durable PostgreSQL beside it, then copies the same
 * cooked rows into a list of its own: {@code --rows N}, a million by default; {@code --shape messy}
 * takes rows as customers send them instead of clean ones.
 */
public final class IngestBench implements Bench {
  private static final int CONNECTIONS = 4;
  private static final TenantId TENANT = TenantId.DEFAULT;

  @Override
  public String purpose() {
    return "rows loaded a second from a file, beside COPY of the same rows (--rows, --shape messy)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int rows = Integer.parseInt(option(arguments, "--rows", "1000000"));
    boolean messy = option(arguments, "--shape", "plain").equals("messy");
    var home = Files.createTempDirectory("beckon-ingest");
    var none = new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null);
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    try (var services = EmbeddedServices.startMissing(home, none);
        var pool = pool(services.services())) {
      Migrations.apply(pool);
      var file = home.resolve("contacts.csv");
      var expected = messy ? MessyFile.write(file, rows, 1) : ContactFile.write(file, rows, 1);
      return measure(new Database(pool, threads), file, expected, results);
    } finally {
      threads.shutdown();
      delete(home);
    }
  }

  private static boolean measure(Database database, Path file, Expected expected, Results results)
      throws Exception {
    var system =
        ActorSystem.create(
            Behaviors.empty(),
            "ingest",
            ConfigFactory.parseString("akka.actor.provider = local, akka.loglevel = WARNING")
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
    try {
      var home = file.resolveSibling("staging-and-copies");
      Files.createDirectories(home);
      database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                          + " VALUES ('default', 'Default', 'US', '\\x00', now())"
                          + " ON CONFLICT DO NOTHING"));
      var lists = new PostgresContactLists(database, Clock.systemUTC());
      var loaded = list(lists, "loaded");
      HeapPeak.reset();
      var view = load(system, database, home, file, loaded);
      double peak = HeapPeak.megabytes();
      double copied = BareCopy.seconds(database, loaded, list(lists, "copied"), home);
      results.metric("rows_per_s", view.rowsPerSecond(), "rows/s", expected.rows() / copied);
      results.metric("peak_heap_mb", peak, "MB");
      results.metric("bytes_per_contact", bytes(database, loaded) / view.accepted(), "bytes");
      return expected.equals(new Expected(view.accepted(), view.rejected(), view.duplicates()));
    } finally {
      system.terminate();
    }
  }

  private static ListRef list(PostgresContactLists lists, String name) {
    return ListRef.of(TENANT, now(lists.create(TENANT, ContactListSettings.named(name))).id());
  }

  private static ImportView load(
      ActorSystem<?> system, Database database, Path home, Path file, ListRef list) {
    var clock = Clock.systemUTC();
    var staging = new StagingDirectory(home);
    var imports = new PostgresImports(database, clock);
    var ports =
        new LoadPorts(
            new PostgresImportLoads(database, clock),
            staging,
            (tenant, suppressed, id) -> CompletableFuture.completedFuture(null),
            (kind, tenant, id) -> {},
            clock,
            LoadPorts.USUAL_UNPACKED);
    var staged = now(FileIO.fromPath(file).runWith(staging.sink(TENANT), system));
    var id =
        now(
            imports.create(
                new NewImport(
                    list,
                    "contacts.csv",
                    staged,
                    ImportOptions.USUAL.inCountry("US"),
                    null,
                    null)));
    database.jdbi().useHandle(h -> h.execute("CHECKPOINT"));
    var fence = new LoadFence(list, id, now(imports.begin(id)).orElseThrow());
    if (now(LoadRun.of(system, ports, fence)) != LoadEnd.COMPLETED) {
      throw new IllegalStateException("not completed: " + now(imports.find(TENANT, id)));
    }
    return now(imports.find(TENANT, id)).orElseThrow();
  }

  private static double bytes(Database database, ListRef list) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT pg_total_relation_size(:contacts::regclass)"
                            + " + pg_total_relation_size(:devices::regclass)")
                    .bind("contacts", "contact_" + list.listId())
                    .bind("devices", "device_" + list.listId())
                    .mapTo(Double.class)
                    .one());
  }

  private static HikariDataSource pool(Services services) {
    var config = new HikariConfig();
    config.setJdbcUrl(services.jdbcUrl());
    config.setUsername(services.user());
    config.setPassword(services.password());
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static String option(List<String> arguments, String name, String usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : arguments.get(at + 1);
  }

  private static <T> T now(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static void delete(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
