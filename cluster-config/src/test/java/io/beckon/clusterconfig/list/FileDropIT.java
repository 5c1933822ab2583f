package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class FileDropIT {
  @TempDir static Path drops;
  private static DropWorld world;
  private static Path contacts;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
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
    assertThat(world.contactsOf("spring")).isEqualTo(2);
    Files.writeString(contacts.resolve("spring.csv"), "phone\n2025550102\n2025550103\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/spring.2.csv")));
    assertThat(world.contactsOf("spring")).isEqualTo(3);
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
    assertThat(world.importsOf("once.csv")).hasSize(1);
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
    assertThat(world.contactsOf("slow")).isEqualTo(8);
    assertThat(world.importsOf("slow.csv")).hasSize(1);
  }

  @Test
  void loadsAFileFromAnFtpServerAndGoesOnWhenItComesBack(@TempDir Path remote) throws Exception {
    Files.writeString(remote.resolve("remote.csv"), "phone\n2025550131\n");
    Files.writeString(remote.resolve("notes.txt"), "nothing");
    var server = LoopbackFtp.start(remote, 0);
    int port = server.port();
    var source = world.create(settings(port, LoopbackFtp.PASSWORD));
    await()
        .atMost(PATIENCE)
        .until(() -> world.hasList("remote") && world.contactsOf("remote") == 1);
    assertThat(world.view(source).state().lastError()).isNull();
    server.stop();
    await().atMost(PATIENCE).until(() -> world.view(source).state().lastError() != null);
    Files.writeString(remote.resolve("remote2.csv"), "phone\n2025550132\n2025550133\n");
    var again = LoopbackFtp.start(remote, port);
    await()
        .atMost(PATIENCE)
        .until(() -> world.hasList("remote2") && world.contactsOf("remote2") == 2);
    await().atMost(PATIENCE).until(() -> world.view(source).state().lastError() == null);
    assertThat(world.view(source).state().taken()).isEqualTo(2);
    ListWorld.now(
        world.sources.change(
            ListWorld.TENANT, source.id(), settings(port, "wrong"), OptionalLong.empty()));
    await().atMost(PATIENCE).until(() -> world.view(source).state().lastError() != null);
    assertThat(world.view(source).state().lastError()).contains("530").doesNotContain("wrong");
    again.stop();
  }

  private static DropSettings settings(int port, String password) {
    return Drops.at(DropKind.FTP, "ftp://127.0.0.1:" + port + "/")
        .password(LoopbackFtp.USER, password)
        .settings("ftp");
  }

  private static boolean append(Path file, String line) throws IOException {
    Files.writeString(file, line, StandardOpenOption.APPEND);
    return true;
  }
}
