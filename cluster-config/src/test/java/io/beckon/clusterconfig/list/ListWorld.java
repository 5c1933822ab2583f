package io.beckon.clusterconfig.list;

import akka.NotUsed;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.PostgresImportLoads;
import io.beckon.persistence.list.PostgresImports;
import io.beckon.persistence.list.StagingDirectory;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Lists on a real database, loaded in this JVM without a cluster around them. */
final class ListWorld implements AutoCloseable {
  static final TenantId TENANT = TenantId.DEFAULT;
  static final Locators BUNDLED = tenant -> CompletableFuture.completedFuture(Locator.BUNDLED);

  final ActorTestKit kit = ActorTestKit.create();
  final Clock clock = Clock.systemUTC();
  final String jdbcUrl = TestPostgres.freshJdbcUrl();
  final Database database = TestPostgres.database(TestPostgres.pool(jdbcUrl));
  final PostgresImports imports = new PostgresImports(database, clock);
  final PostgresContactLists lists = new PostgresContactLists(database, clock);
  final PostgresContacts contacts =
      new PostgresContacts(database, new CopySource(database, 2), clock);
  final ImportLoads loads = new PostgresImportLoads(database, clock);
  final List<ImportId> published = new CopyOnWriteArrayList<>();
  final Path stagingRoot;
  final StagingDirectory staging;

  ListWorld() {
    try {
      stagingRoot = Files.createTempDirectory("staging");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    staging = new StagingDirectory(stagingRoot);
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES ('default', 'Default', 'US', '\\x00', now())"
                        + " ON CONFLICT DO NOTHING"));
  }

  ListRef list(String name) {
    return ListRef.of(TENANT, now(lists.create(TENANT, ContactListSettings.named(name))).id());
  }

  ListRef suppressionList(String name, String type) {
    long id =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "INSERT INTO suppression_list (tenant_id, name, type, channels,"
                                + " required, retention, created_at) VALUES ('default', :name,"
                                + " :type, '{VOICE}', true, 'PERMANENT', now()) RETURNING list_id")
                        .bind("name", name)
                        .bind("type", type)
                        .mapTo(Long.class)
                        .one());
    return new ListRef(TENANT, ImportKind.SUPPRESSION, id);
  }

  ImportId submit(ListRef list, byte[] file, ImportOptions options) {
    return submit(list, Source.single(ByteString.fromArray(file)), options);
  }

  ImportId submit(ListRef list, Source<ByteString, NotUsed> file, ImportOptions options) {
    var staged = now(file.runWith(staging.sink(TENANT), kit.system()));
    return now(
        imports.create(
            new NewImport(list, "file.csv", staged, options.inCountry("US"), null, null)));
  }

  LoadFence begin(ListRef list, ImportId id) {
    return new LoadFence(list, id, now(imports.begin(id)).orElseThrow());
  }

  CompletionStage<LoadEnd> run(LoadFence fence, ImportLoads through) {
    return run(fence, through, BUNDLED);
  }

  CompletionStage<LoadEnd> run(LoadFence fence, ImportLoads through, Locators locators) {
    var ports =
        new LoadPorts(
            through,
            staging,
            (tenant, list, id, told) -> {
              published.add(id);
              return CompletableFuture.completedFuture(null);
            },
            (kind, tenant, id) -> {},
            clock,
            LoadPorts.USUAL_UNPACKED,
            tenant -> CompletableFuture.completedFuture(List.of(Packed.KEY.secret())),
            locators);
    return LoadRun.of(kit.system(), ports, fence);
  }

  /** Loads a file to its end. */
  ImportView load(ListRef list, byte[] file, ImportOptions options) {
    var id = submit(list, file, options);
    now(run(begin(list, id), loads));
    return view(id);
  }

  ImportView load(ListRef list, String file) {
    return load(list, file.getBytes(StandardCharsets.UTF_8), ImportOptions.USUAL);
  }

  ImportView view(ImportId id) {
    return now(imports.find(TENANT, id)).orElseThrow();
  }

  List<RowIssue> issues(ImportView view, boolean warnings) {
    return report(view, warnings ? ImportReport.WARNINGS : ImportReport.REJECTS);
  }

  List<RowIssue> report(ImportView view, ImportReport report) {
    return now(imports.issues(view.id(), report).runWith(Sink.seq(), kit.system()));
  }

  /** Everything the list holds, in the order of the file, without ids. */
  List<String> rows(ListRef list) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT concat_ws('~', c.row_no, c.client_id, c.first_name, c.last_name,"
                            + " c.company, c.time_zone, c.postal_code, c.state, c.country,"
                            + " c.other, d.chain_n, d.value, d.country, d.state, d.zone_key)"
                            + " FROM contact c JOIN device d USING (list_id, contact_id)"
                            + " WHERE list_id = ? ORDER BY c.row_no, d.chain_n")
                    .bind(0, list.listId())
                    .mapTo(String.class)
                    .list());
  }

  static <T> T now(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(180, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Path staged(String sha256) {
    return staging.path(TENANT, sha256);
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }
}
