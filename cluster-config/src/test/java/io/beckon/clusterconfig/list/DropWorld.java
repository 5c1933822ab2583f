package io.beckon.clusterconfig.list;

import static org.awaitility.Awaitility.await;

import io.beckon.actors.filedrop.DropKeeper;
import io.beckon.actors.filedrop.DropPorts;
import io.beckon.actors.filedrop.DropTrial;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.filedrop.PostgresDropSources;
import io.beckon.persistence.filedrop.PostgresTakenFiles;
import io.beckon.persistence.job.Crons;
import io.beckon.persistence.list.PostgresMappings;
import io.beckon.persistence.pgp.PostgresPgpRecipients;
import io.beckon.persistence.suppression.PostgresSuppressionExport;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.filedrop.DropLook;
import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.DropRunView;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.suppression.SuppressionLists;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Watched places on a real database, taken and loaded in this JVM. */
final class DropWorld implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final ListWorld lists = new ListWorld();
  final PostgresDropSources sources =
      new PostgresDropSources(
          lists.database, SecretBox.ofDropSources("secret"), new Crons(), lists.clock);
  final PostgresTakenFiles taken = new PostgresTakenFiles(lists.database, lists.clock);
  final PostgresPgpRecipients recipients = new PostgresPgpRecipients(lists.database, lists.clock);
  final PostgresMappings mappings = new PostgresMappings(lists.database, lists.clock);
  final PgpWorkshop workshop = new PgpWorkshop(Runnable::run, lists.clock);
  final ImportDesk desk = new LocalDesk();
  private final DropTrial trial;

  DropWorld(Path drops) {
    trial = new DropTrial(lists.kit.system(), anywhere(drops));
    keeper(drops);
  }

  private static DropRoots anywhere(Path drops) {
    return new DropRoots(drops, List.of("/"));
  }

  /** One more of the cluster's one keeper, as while two nodes overlap. */
  void keeper(Path drops) {
    var ports =
        new DropPorts(
            anywhere(drops),
            sources,
            taken,
            lists.staging,
            desk,
            lists.imports,
            mappings,
            lists.lists,
            unused(),
            lists.contacts,
            new PostgresSuppressionExport(lists.database),
            recipients,
            workshop,
            new Crons());
    lists.kit.spawn(DropKeeper.create(ports, lists.clock));
  }

  DropSourceView create(DropSettings settings) {
    return ListWorld.now(sources.create(ListWorld.TENANT, settings));
  }

  /** Lets the keeper be done with what a test has named. */
  void forgetSources() {
    var all = ListWorld.now(sources.page(ListWorld.TENANT, PageRequest.first())).items();
    all.forEach(
        source ->
            ListWorld.now(sources.delete(ListWorld.TENANT, source.id(), OptionalLong.empty())));
  }

  DropSourceView view(DropSourceView source) {
    return ListWorld.now(sources.find(ListWorld.TENANT, source.id())).orElseThrow();
  }

  List<DropRunView> runs(DropSourceView source) {
    return ListWorld.now(sources.runs(ListWorld.TENANT, source.id(), PageRequest.first())).items();
  }

  DropLook look(DropSourceView source) {
    var whole = ListWorld.now(sources.whole(ListWorld.TENANT, source.id())).orElseThrow();
    return ListWorld.now(trial.look(whole));
  }

  void awaitError(DropSourceView source, String part) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> view(source).state().lastError(), error -> error != null && error.contains(part));
  }

  void awaitFine(DropSourceView source) {
    await()
        .atMost(PATIENCE)
        .until(() -> view(source).state(), v -> v.lastRun() != null && v.lastError() == null);
  }

  void awaitContacts(String list, long contacts) {
    await().atMost(PATIENCE).until(() -> hasList(list) && contactsOf(list) == contacts);
  }

  List<ImportView> importsOf(String fileName) {
    return imports().stream().filter(i -> i.fileName().equals(fileName)).toList();
  }

  /** The newest thousand. */
  List<ImportView> imports() {
    var newest = new PageRequest(1000, null);
    return ListWorld.now(lists.imports.page(ListWorld.TENANT, null, null, newest)).items();
  }

  /** What a suppression list holds, in order. */
  List<String> entries(ListRef list) {
    return lists
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT value FROM suppression_entry e JOIN suppression_list l USING (list_id)"
                            + " WHERE list_id = ? AND e.revision >= l.floor ORDER BY value")
                    .bind(0, list.listId())
                    .mapTo(String.class)
                    .list());
  }

  boolean hasList(String name) {
    return !ListWorld.now(lists.lists.page(ListWorld.TENANT, name, PageRequest.first()))
        .items()
        .isEmpty();
  }

  long contactsOf(String name) {
    return ListWorld.now(lists.lists.page(ListWorld.TENANT, name, PageRequest.first()))
        .items()
        .get(0)
        .contacts();
  }

  @Override
  public void close() {
    lists.close();
  }

  private static SuppressionLists unused() {
    return (SuppressionLists)
        Proxy.newProxyInstance(
            DropWorld.class.getClassLoader(),
            new Class<?>[] {SuppressionLists.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Loads in this JVM, into each list one file after the other, as its entity sees to. */
  private final class LocalDesk implements ImportDesk {
    private final Map<ListRef, CompletionStage<?>> last = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<ImportId> submit(NewImport wish) {
      return lists
          .imports
          .create(wish)
          .thenCompose(id -> announce(wish.list(), id).thenApply(told -> id));
    }

    @Override
    public CompletionStage<Void> announce(ListRef list, ImportId id) {
      last.compute(
          list,
          (same, before) ->
              before == null
                  ? load(list, id)
                  : before.handle((end, failure) -> 0).thenCompose(done -> load(list, id)));
      return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> load(ListRef list, ImportId id) {
      return lists
          .imports
          .begin(id)
          .thenCompose(epoch -> lists.run(new LoadFence(list, id, epoch.getAsLong()), lists.loads));
    }

    @Override
    public CompletionStage<ImportView> cancel(ListRef list, ImportId id) {
      return lists.imports.cancel(list.tenant(), id);
    }
  }
}
