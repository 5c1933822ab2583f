package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropRunView;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.pgp.PgpRecipientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suppression lists that are written to places, real servers among them. */
class ExportedSuppressionIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final String NEW_YEAR = "0 0 1 1 *";

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

  private static ListRef stopped(String name) {
    var list = world.lists.suppressionList(name, "DEVICE");
    world.lists.load(list, "phone,reason\n+12025550102,asked\n+12025550101,=1+1\n");
    return list;
  }

  private static DropSourceView asked(Drops drops, ListRef list, DropExport export, String name) {
    var settings = drops.cron(NEW_YEAR).exportingSuppression(Long.toString(list.listId()), export);
    var source = world.create(settings.settings(name));
    ask(source);
    return source;
  }

  private static void ask(DropSourceView source) {
    ListWorld.now(world.sources.ask(ListWorld.TENANT, source.id()));
  }

  private static DropRunView awaitFile(DropSourceView source, int count) {
    await().atMost(PATIENCE).until(() -> written(source).size() == count);
    return written(source).get(0);
  }

  private static List<DropRunView> written(DropSourceView source) {
    return world.runs(source).stream().filter(run -> run.file() != null).toList();
  }

  private static DropExport named(String name, @Nullable PgpRecipientId recipient) {
    return new DropExport(name, null, null, false, null, null, null, null, null, recipient);
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void writesTheListUnderItsNameAndNumbersTheNext(DropKind kind) throws Exception {
    var list = stopped("out " + kind);
    try (var server = ServedPlace.of(kind, remote, HOST, keys)) {
      var source = asked(server.drops(), list, named("stop-{list}.csv", null), "out " + kind);
      var run = awaitFile(source, 1);
      assertThat(run.file()).isEqualTo("stop-" + list.listId() + ".csv");
      assertThat(run.rows()).isEqualTo(2);
      assertThat(remote.resolve(run.file()))
          .hasContent(
              "phone,email,from,till,reason\n+12025550101,,,,'=1+1\n+12025550102,,,,asked\n");

      ask(source);

      var second = awaitFile(source, 2);
      assertThat(second.file()).isEqualTo("stop-" + list.listId() + ".2.csv");
      try (var files = Files.list(remote)) {
        assertThat(files).noneMatch(f -> f.toString().endsWith(".part"));
      }
      world.awaitFine(source);
    }
  }

  @Test
  void encryptsWhatAnImportReadsAgain() throws Exception {
    var list = stopped("sealed");
    var recipient =
        ListWorld.now(
            world.recipients.create(ListWorld.TENANT, "sealed", Packed.KEY.certificate()));
    var drops = Drops.at(DropKind.FOLDER, remote.toString());
    var source = asked(drops, list, named("stop.csv", recipient.id()), "sealed");
    assertThat(awaitFile(source, 1).file()).isEqualTo("stop.csv.pgp");
    var again = world.lists.suppressionList("sealed again", "DEVICE");
    var message = Files.readAllBytes(remote.resolve("stop.csv.pgp"));
    world.lists.load(again, message, ImportOptions.USUAL);
    assertThat(world.entries(again)).containsExactly("+12025550101", "+12025550102");
  }

  @Test
  void triesAgainUntilThePlaceIsThereAndUsesAUsualName() throws Exception {
    var list = stopped("patient");
    var missing = remote.resolve("mounted later");
    var drops = Drops.at(DropKind.FOLDER, missing.toString());
    var source = asked(drops, list, DropExport.USUAL, "patient");
    world.awaitError(source, "cannot be written");

    Files.createDirectory(missing);

    var run = awaitFile(source, 1);
    assertThat(run.file()).matches("suppression-" + list.listId() + "-[0-9-]+\\.csv");
    assertThat(missing.resolve(run.file())).exists();
    world.awaitFine(source);
  }
}
