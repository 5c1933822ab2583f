package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.DropKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in watched places beside which a specification lies. */
class SpecifiedDropIT {
  private static final String FIXED = "layout fixed\nfield device1 from 4 length 10\n";

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
  void aFileIsReadAsTheSpecificationBesideItSays() throws IOException {
    Files.writeString(contacts.resolve("host.spc"), FIXED);
    Files.writeString(contacts.resolve("host.txt"), "A1 2025550101\nA2 2025550102\n");
    Files.writeString(contacts.resolve("host.csv"), "A1 2025550101\nA3 2025550103\n");
    Files.writeString(contacts.resolve("other.txt"), "phone\n2025550101\n");
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/host.txt")));
    await().atMost(PATIENCE).until(() -> Files.exists(contacts.resolve("done/host.csv")));
    world.awaitContacts("host", 3);
    assertThat(contacts.resolve("host.spc")).exists();
    assertThat(contacts.resolve("other.txt")).exists();
    assertThat(world.hasList("other")).isFalse();
  }

  @Test
  void aPlaceOnAServerHasSpecificationsToo(@TempDir Path remote) throws Exception {
    Files.writeString(remote.resolve("far.csv.spc"), "header no\nfield device1 position 2\n");
    Files.writeString(remote.resolve("far.csv"), "A1,2025550111\n");
    var server = LoopbackFtp.start(remote, 0);
    var source =
        world.create(
            Drops.at(DropKind.FTP, "ftp://127.0.0.1:" + server.port() + "/")
                .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD)
                .settings("far"));
    world.awaitContacts("far", 1);
    assertThat(world.view(source).state().lastError()).isNull();
    server.stop();
  }

  @Test
  void aFileWaitsForItsSpecificationToBeMended(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("wrong.spc"), "layout fixed\nfield device1 at 4\n");
    Files.writeString(folder.resolve("wrong.csv"), "A1 2025550121\n");
    var source = world.create(Drops.at(DropKind.FOLDER, folder.toString()).settings("wrong"));
    world.awaitError(source, "wrong.spc: Line 2, column 15");
    assertThat(world.hasList("wrong")).isFalse();
    Files.writeString(folder.resolve("wrong.spc"), FIXED);
    world.awaitContacts("wrong", 1);
    world.awaitFine(source);
  }
}
