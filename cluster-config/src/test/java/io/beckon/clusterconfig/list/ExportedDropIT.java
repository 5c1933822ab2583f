package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropRunView;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.pgp.PgpRecipientId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contact lists that are written to places, real servers among them. */
class ExportedDropIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final String NEW_YEAR = "0 0 1 1 *";
  private static final DropExport CSV =
      new DropExport(
          "people-{list}-{date}.csv",
          null,
          "lastName,device1",
          false,
          null,
          null,
          null,
          null,
          null,
          null);

  @TempDir static Path folder;
  private static DropWorld world;
  private static TlsKeys keys;
  private static final AtomicInteger tests = new AtomicInteger();
  @TempDir Path remote;
  private final List<Runnable> stops = new ArrayList<>();
  private final String id = "e" + tests.incrementAndGet();

  @BeforeAll
  static void up() throws IOException {
    world = new DropWorld(Files.createDirectory(folder.resolve("drops")));
    keys = TlsKeys.in(folder, "ours");
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @AfterEach
  void stop() {
    stops.forEach(Runnable::run);
  }

  private Drops serve(DropKind kind) throws Exception {
    var served = ServedPlace.of(kind, remote, HOST, keys);
    stops.add(served::close);
    return served.drops();
  }

  private ListRef people() {
    var list = world.lists.list(id);
    world.lists.load(list, "last name,phone\nAnn,+12125550101\nBob,+12125550102\n");
    return list;
  }

  private Drops exporting(Drops drops, ListRef list, DropExport export) {
    return drops.cron(NEW_YEAR).exporting(Long.toString(list.listId()), export);
  }

  private static void ask(DropSourceView source) {
    ListWorld.now(world.sources.ask(ListWorld.TENANT, source.id()));
  }

  private static List<DropRunView> written(DropSourceView source) {
    return world.runs(source).stream().filter(run -> run.file() != null).toList();
  }

  private static DropRunView awaitFile(DropSourceView source, int count) {
    await().atMost(PATIENCE).until(() -> written(source).size() == count);
    return written(source).get(0);
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void writesTheListUnderItsNameAndNumbersTheNext(DropKind kind) throws Exception {
    var list = people();
    var source = world.create(exporting(serve(kind), list, CSV).settings(id));
    ask(source);
    var run = awaitFile(source, 1);
    assertThat(run.file()).matches("people-" + list.listId() + "-\\d{4}-\\d\\d-\\d\\d\\.csv");
    assertThat(run.rows()).isEqualTo(2);
    assertThat(run.imports()).isEmpty();
    assertThat(remote.resolve(run.file()))
        .hasContent("last name,device1\nAnn,+12125550101\nBob,+12125550102\n");
    ask(source);
    var second = awaitFile(source, 2);
    assertThat(second.file()).isEqualTo(run.file().replace(".csv", ".2.csv"));
    assertThat(remote.resolve(second.file())).hasSameBinaryContentAs(remote.resolve(run.file()));
    try (var files = Files.list(remote)) {
      assertThat(files).noneMatch(f -> f.toString().endsWith(".part"));
    }
    world.awaitFine(source);
  }

  @Test
  void writesAtTheMomentsOfItsCron() {
    var list = people();
    var drops = Drops.at(DropKind.FOLDER, remote.toString()).cron("* * * * * *");
    var source = world.create(drops.exporting(Long.toString(list.listId()), CSV).settings(id));
    await().atMost(PATIENCE).until(() -> written(source).size() >= 2);
    ListWorld.now(world.sources.delete(ListWorld.TENANT, source.id(), OptionalLong.empty()));
  }

  @Test
  void encryptsWhatItWritesToItsRecipient() throws Exception {
    var list = people();
    var recipient =
        ListWorld.now(world.recipients.create(ListWorld.TENANT, id, Packed.KEY.certificate()));
    var export =
        new DropExport("all.csv", null, null, false, null, null, null, null, null, recipient.id());
    var source = world.create(exporting(serve(DropKind.FOLDER), list, export).settings(id));
    ask(source);
    var run = awaitFile(source, 1);
    assertThat(run.file()).isEqualTo("all.csv.pgp");
    var message = Files.readAllBytes(remote.resolve("all.csv.pgp"));
    assertThat(new String(message, StandardCharsets.ISO_8859_1)).doesNotContain("+1212555");
    var back = world.lists.list(id + " again");
    var view = world.lists.load(back, message, io.beckon.protocol.list.ImportOptions.USUAL);
    assertThat(view.accepted()).as("%s", view.error()).isEqualTo(2);
    assertThatThrownBy(
            () -> ListWorld.now(world.recipients.delete(ListWorld.TENANT, recipient.id())))
        .hasMessageContaining("IN_USE");
  }

  @Test
  void triesAgainUntilThePlaceIsThereAndSaysWhyItFailed() throws Exception {
    var list = people();
    var missing = remote.resolve("mounted later");
    var drops = Drops.at(DropKind.FOLDER, missing.toString());
    var source = world.create(exporting(drops, list, CSV).settings(id));
    ask(source);
    await().atMost(PATIENCE).until(() -> world.runs(source).size() == 1);
    assertThat(world.runs(source).get(0).error()).contains("cannot be written");
    assertThat(world.view(source).state().lastError()).contains("cannot be written");
    Files.createDirectory(missing);
    var run = awaitFile(source, 1);
    assertThat(missing.resolve(run.file())).exists();
    world.awaitFine(source);
  }

  @Test
  void refusesWhatIsNotThere() {
    var list = people();
    var drops = Drops.at(DropKind.FOLDER, remote.toString());
    var export =
        new DropExport(
            null, null, null, false, null, null, null, null, null, new PgpRecipientId(987_654));
    var settings = exporting(drops, list, export).settings(id);
    assertThatThrownBy(() -> world.create(settings))
        .hasRootCauseInstanceOf(InvalidField.class)
        .hasMessageContaining("export.recipientId");
  }
}
