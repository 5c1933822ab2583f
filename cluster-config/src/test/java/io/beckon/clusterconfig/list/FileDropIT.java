package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.actors.filedrop.DropKeeper;
import io.beckon.actors.filedrop.DropPorts;
import io.beckon.persistence.filedrop.PostgresDropSources;
import io.beckon.persistence.filedrop.PostgresTakenFiles;
import io.beckon.persistence.filedrop.SecretBox;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.filedrop.DropCredentials;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.suppression.SuppressionLists;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class FileDropIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ListWorld world = new ListWorld();
  private static final PostgresDropSources sources =
      new PostgresDropSources(world.database, new SecretBox("secret"), world.clock);
  private static final PostgresTakenFiles taken =
      new PostgresTakenFiles(world.database, world.clock);
  @TempDir static Path drops;
  private static Path contacts;

  @BeforeAll
  static void up() {
    var ports =
        new DropPorts(
            drops,
            sources,
            taken,
            world.staging,
            new LocalDesk(),
            world.imports,
            world.lists,
            unused());
    world.kit.spawn(DropKeeper.create(ports, world.clock));
    contacts = drops.resolve("default/contacts");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(contacts.resolve("done")));
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void loadsAFileFromTheFolderAndPutsItAway() throws IOException {
    Files.writeString(contacts.resolve("spring.csv"), "phone\n2025550101\n2025550102\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/spring.csv")));
    assertThat(contactsOf("spring")).isEqualTo(2);
    Files.writeString(contacts.resolve("spring.csv"), "phone\n2025550102\n2025550103\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/spring.2.csv")));
    assertThat(contactsOf("spring")).isEqualTo(3);
  }

  @Test
  void putsAFileThatCannotBeLoadedAmongTheFailed() throws IOException {
    Files.writeString(contacts.resolve("bad.csv"), "name\nAnn\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("failed/bad.csv")));
  }

  @Test
  void takesEqualContentOnce() throws IOException {
    Files.writeString(contacts.resolve("once.csv"), "phone\n2025550111\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/once.csv")));
    Files.writeString(contacts.resolve("once.csv"), "phone\n2025550111\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/once.2.csv")));
    assertThat(importsOf("once.csv")).hasSize(1);
  }

  @Test
  void waitsForAFileThatIsStillWritten() throws IOException {
    var file = contacts.resolve("slow.csv");
    Files.writeString(file, "phone\n");
    for (int i = 0; i < 8; i++) {
      int line = i;
      await()
          .pollDelay(Duration.ofMillis(600))
          .atMost(PATIENCE)
          .until(() -> append(file, "202555020" + line + "\n"));
    }
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/slow.csv")));
    assertThat(contactsOf("slow")).isEqualTo(8);
    assertThat(importsOf("slow.csv")).hasSize(1);
  }

  @Test
  void loadsAFileFromAnFtpServerAndGoesOnWhenItComesBack(@TempDir Path remote) throws Exception {
    Files.writeString(remote.resolve("remote.csv"), "phone\n2025550131\n");
    Files.writeString(remote.resolve("notes.txt"), "nothing");
    var server = LoopbackFtp.start(remote, 0);
    int port = server.port();
    var source =
        ListWorld.now(sources.create(ListWorld.TENANT, settings(port, LoopbackFtp.PASSWORD)));
    await().atMost(PATIENCE).until(() -> hasList("remote") && contactsOf("remote") == 1);
    assertThat(view(source).lastError()).isNull();
    server.stop();
    await().atMost(PATIENCE).until(() -> view(source).lastError() != null);
    Files.writeString(remote.resolve("remote2.csv"), "phone\n2025550132\n2025550133\n");
    var again = LoopbackFtp.start(remote, port);
    await().atMost(PATIENCE).until(() -> hasList("remote2") && contactsOf("remote2") == 2);
    await().atMost(PATIENCE).until(() -> view(source).lastError() == null);
    assertThat(view(source).taken()).isEqualTo(2);
    ListWorld.now(sources.change(ListWorld.TENANT, source.id(), settings(port, "wrong")));
    await().atMost(PATIENCE).until(() -> view(source).lastError() != null);
    assertThat(view(source).lastError()).contains("530").doesNotContain("wrong");
    again.stop();
  }

  private static DropSettings settings(int port, String password) {
    return new DropSettings(
        "ftp",
        DropKind.FTP,
        "ftp://127.0.0.1:" + port + "/",
        new DropCredentials(LoopbackFtp.USER, password),
        null,
        Duration.ofSeconds(1),
        null,
        null,
        null);
  }

  private static boolean append(Path file, String line) throws IOException {
    Files.writeString(file, line, StandardOpenOption.APPEND);
    return true;
  }

  private static DropSourceView view(DropSourceView source) {
    return ListWorld.now(sources.find(ListWorld.TENANT, source.id())).orElseThrow();
  }

  private static List<ImportView> importsOf(String fileName) {
    var all =
        ListWorld.now(
            world.imports.page(ListWorld.TENANT, null, null, new PageRequest(1000, null)));
    return all.items().stream().filter(i -> i.fileName().equals(fileName)).toList();
  }

  private static boolean hasList(String name) {
    return !ListWorld.now(world.lists.page(ListWorld.TENANT, name, PageRequest.first()))
        .items()
        .isEmpty();
  }

  private static long contactsOf(String name) {
    return ListWorld.now(world.lists.page(ListWorld.TENANT, name, PageRequest.first()))
        .items()
        .get(0)
        .contacts();
  }

  private static SuppressionLists unused() {
    return (SuppressionLists)
        Proxy.newProxyInstance(
            FileDropIT.class.getClassLoader(),
            new Class<?>[] {SuppressionLists.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Loads at once, in this JVM. */
  private static final class LocalDesk implements ImportDesk {
    @Override
    public CompletionStage<ImportId> submit(NewImport wish) {
      return world.imports.create(wish);
    }

    @Override
    public CompletionStage<Void> announce(ListRef list, ImportId id) {
      world
          .imports
          .begin(id)
          .thenCompose(
              epoch ->
                  world.run(
                      new io.beckon.protocol.list.LoadFence(list, id, epoch.getAsLong()),
                      world.loads));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<ImportView> cancel(ListRef list, ImportId id) {
      return world.imports.cancel(list.tenant(), id);
    }
  }
}
