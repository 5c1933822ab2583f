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
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.suppression.SuppressionPublisher;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A durable PostgreSQL and a Redis of their own, and the loader of a node; gone when closed. */
public final class LoadingWorld implements AutoCloseable {
  public static final TenantId TENANT = TenantId.DEFAULT;

  /** Of contacts: nobody else is told. */
  public static final SuppressionPublisher UNTOLD =
      (tenant, suppressed, id, published) -> CompletableFuture.completedFuture(null);

  private static final int CONNECTIONS = 4;

  private final Path home;
  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final EmbeddedServices embedded;
  private final HikariDataSource pool;
  private final Database database;
  private final ActorSystem<?> system;
  private final Clock clock = Clock.systemUTC();

  public LoadingWorld(String name) throws Exception {
    home = Files.createTempDirectory("beckon-" + name);
    var none = new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null);
    embedded = EmbeddedServices.startMissing(home, none);
    pool = pool(embedded.services());
    Migrations.apply(pool);
    database = new Database(pool, threads);
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES ('default', 'Default', 'US', '\\x00', now())"
                        + " ON CONFLICT DO NOTHING"));
    system =
        ActorSystem.create(
            Behaviors.empty(),
            name,
            ConfigFactory.parseString("akka.actor.provider = local, akka.loglevel = WARNING")
                .withFallback(ConfigFactory.defaultReferenceUnresolved())
                .resolve());
  }

  public Database database() {
    return database;
  }

  public Services services() {
    return embedded.services();
  }

  public Clock clock() {
    return clock;
  }

  /** A folder for what a bench writes. */
  public Path folder() {
    return home;
  }

  public ListRef list(String name) {
    var lists = new PostgresContactLists(database, clock);
    return ListRef.of(TENANT, now(lists.create(TENANT, ContactListSettings.named(name))).id());
  }

  /** Required, of devices; checks do not know of it. */
  public ListRef suppressionList(String name) {
    long id =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "INSERT INTO suppression_list (tenant_id, name, type, channels,"
                                + " required, retention, created_at) VALUES ('default', ?,"
                                + " 'DEVICE', '{VOICE}', true, 'PERMANENT', now())"
                                + " RETURNING list_id")
                        .bind(0, name)
                        .mapTo(Long.class)
                        .one());
    return new ListRef(TENANT, ImportKind.SUPPRESSION, id);
  }

  /** Where uploaded files are. */
  public Path staging() {
    return home.resolve("staged");
  }

  public ActorSystem<?> system() {
    return system;
  }

  /** Stages a file and asks for its import, which nobody begins. */
  public ImportId submit(Path file, ListRef list, ImportOptions options) {
    var staged =
        now(FileIO.fromPath(file).runWith(new StagingDirectory(staging()).sink(TENANT), system));
    var name = String.valueOf(file.getFileName());
    return now(imports().create(new NewImport(list, name, staged, options, null, null)));
  }

  /** For the next loader of an import; whoever had it before may not write any more. */
  public LoadFence begin(ListRef list, ImportId id) {
    return new LoadFence(list, id, now(imports().begin(id)).orElseThrow());
  }

  public ImportView view(ImportId id) {
    return now(imports().find(TENANT, id)).orElseThrow();
  }

  private PostgresImports imports() {
    return new PostgresImports(database, clock);
  }

  /** Loads a file as a node does, from its staging to COMPLETED. */
  public ImportView load(
      Path file, ListRef list, SuppressionPublisher publisher, Supplier<ChangeFeed> observer) {
    var id = submit(file, list, ImportOptions.USUAL.inCountry("US"));
    checkpoint();
    var ports =
        new LoadPorts(
            new PostgresImportLoads(database, clock),
            new StagingDirectory(staging()),
            publisher,
            observer.get(),
            clock,
            LoadPorts.USUAL_UNPACKED,
            tenant -> CompletableFuture.completedFuture(List.of()),
            tenant -> CompletableFuture.completedFuture(Locator.BUNDLED));
    if (now(LoadRun.of(system, ports, begin(list, id))) != LoadEnd.COMPLETED) {
      throw new IllegalStateException("not completed: " + view(id));
    }
    return view(id);
  }

  /** What observers see of the last load of a list. */
  String shown(ListRef list) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT row(state, format IS NULL, loaded, phase_done, rows_read)::text"
                            + " FROM import WHERE list_id = ? ORDER BY import_id DESC LIMIT 1")
                    .bind(0, list.listId())
                    .mapTo(String.class)
                    .one());
  }

  /** So that none of what was written before is written out while something is measured. */
  public void checkpoint() {
    database.jdbi().useHandle(h -> h.execute("CHECKPOINT"));
  }

  /** What tables take up, with their indexes. */
  public double bytes(List<String> tables) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest(?::text[]) t")
                    .bindArray(0, String.class, tables)
                    .mapTo(Double.class)
                    .one());
  }

  public static <T> T now(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  public static String option(List<String> arguments, String name, String usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : arguments.get(at + 1);
  }

  private static HikariDataSource pool(Services services) {
    var config = new HikariConfig();
    config.setJdbcUrl(services.jdbcUrl());
    config.setUsername(services.user());
    config.setPassword(services.password());
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  @Override
  public void close() throws Exception {
    system.terminate();
    pool.close();
    embedded.close();
    threads.shutdown();
    try (var files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(LoadingWorld::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
