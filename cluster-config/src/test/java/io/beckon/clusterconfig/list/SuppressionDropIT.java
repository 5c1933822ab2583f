package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suppression lists that are filled from places, real servers among them. */
class SuppressionDropIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final AfterTaking MOVED = new AfterTaking(AfterTaking.Action.MOVE, "done", null);

  @TempDir static Path folder;
  private static DropWorld world;
  private static TlsKeys keys;
  @TempDir Path remote;

  @BeforeAll
  static void up() throws IOException {
    world = new DropWorld(Files.createDirectory(folder.resolve("drops")));
    keys = TlsKeys.in(folder, "ours");
  }

  @AfterAll
  static void down() {
    world.close();
  }

  private void put(String name, String text) throws IOException {
    var hidden = Files.writeString(remote.resolve("." + name), text);
    Files.move(hidden, remote.resolve(name));
  }

  private static void awaitEntries(ListRef list, String... values) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(world.entries(list)).containsExactly(values));
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void appendsWhatANamedServerHasAndMovesIt(DropKind kind) throws Exception {
    try (var server = ServedPlace.of(kind, remote, HOST, keys)) {
      var list = world.lists.suppressionList("stop " + kind, "DEVICE");
      put("first.csv", "phone,reason\n2025550101,asked\n2025550102,asked\n");
      var source =
          world.create(
              server
                  .drops()
                  .suppressing(Long.toString(list.listId()))
                  .then(MOVED)
                  .settings("append " + kind));
      awaitEntries(list, "+12025550101", "+12025550102");

      put("second.csv", "phone,reason\n2025550102,again\n2025550103,asked\n12,none\n");
      awaitEntries(list, "+12025550101", "+12025550102", "+12025550103");
      await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve("done/second.csv")));
      var second = world.importsOf("second.csv").get(0);
      assertThat(second.listId()).isEqualTo(Long.toString(list.listId()));
      assertThat(second.rowsRead()).isEqualTo(3);
      assertThat(second.rejected()).isEqualTo(1);
      world.awaitFine(source);
      ListWorld.now(world.sources.delete(ListWorld.TENANT, source.id(), OptionalLong.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void replacesItsListByEachFile(DropKind kind) throws Exception {
    try (var server = ServedPlace.of(kind, remote, HOST, keys)) {
      var list = world.lists.suppressionList("registry " + kind, "DEVICE");
      put("mon.csv", "phone\n2025550101\n2025550102\n");
      var drops = server.drops().suppressing(Long.toString(list.listId())).then(MOVED);
      var source =
          world.create(drops.options("{\"mode\":\"REPLACE\"}").settings("replace " + kind));
      awaitEntries(list, "+12025550101", "+12025550102");

      put("tue.csv", "phone\n2025550102\n2025550103\n");
      awaitEntries(list, "+12025550102", "+12025550103");

      put("wed.csv", "name\nno number here\n");
      await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve("done/wed.csv")));
      await()
          .atMost(PATIENCE)
          .until(() -> world.importsOf("wed.csv").get(0).state() == ImportState.FAILED);
      assertThat(world.entries(list)).containsExactly("+12025550102", "+12025550103");
      ListWorld.now(world.sources.delete(ListWorld.TENANT, source.id(), OptionalLong.empty()));
    }
  }
}
