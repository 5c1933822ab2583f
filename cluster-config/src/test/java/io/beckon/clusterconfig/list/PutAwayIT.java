package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.AfterTaking.Action;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.filedrop.TakenFiles.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of files at their place, on real servers. */
@Execution(ExecutionMode.CONCURRENT)
class PutAwayIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  @TempDir static Path folder;
  private static DropWorld world;
  private static TlsKeys keys;
  private static final AtomicInteger tests = new AtomicInteger();
  @TempDir Path remote;
  private final List<Runnable> stops = new ArrayList<>();
  private final String id = "t" + tests.incrementAndGet();

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
    return switch (kind) {
      case FOLDER -> Drops.at(kind, remote.toString());
      case FTP -> ftp("ftp", LoopbackFtp.of(remote).writable());
      case FTPS ->
          ftp(
                  "ftpes",
                  LoopbackFtp.of(remote).writable().encrypted(false, keys.file(), TlsKeys.PASSWORD))
              .pinned(keys.fingerprint());
      case SFTP -> {
        var server = LoopbackSftp.of(remote, HOST, HOST).start(0);
        stops.add(server::stop);
        yield Drops.at(kind, server.url())
            .password(LoopbackSftp.USER, LoopbackSftp.PASSWORD)
            .knownHosts(server.knownHosts(0));
      }
    };
  }

  private Drops ftp(String scheme, LoopbackFtp made) throws Exception {
    var server = made.start(0);
    stops.add(server::stop);
    var kind = scheme.equals("ftp") ? DropKind.FTP : DropKind.FTPS;
    return Drops.at(kind, scheme + "://127.0.0.1:" + server.port() + "/")
        .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD);
  }

  private Path file(String name, String number) throws IOException {
    return Files.writeString(remote.resolve(id + name), "phone\n20255501" + number + "\n");
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void movesWhatWasTakenAndNumbersANameThatIsThere(DropKind kind) throws Exception {
    file(" ü.csv", "01");
    var after = new AfterTaking(Action.MOVE, "done/" + kind.name().toLowerCase(Locale.ROOT), null);
    var source = world.create(serve(kind).then(after).settings(id));
    var done = remote.resolve(after.folder());

    await().atMost(PATIENCE).until(() -> Files.exists(done.resolve(id + " ü.csv")));
    file(" ü.csv", "02");
    await().atMost(PATIENCE).until(() -> Files.exists(done.resolve(id + " ü.2.csv")));

    world.awaitContacts(id + " ü", 2);
    world.awaitFine(source);
    assertThat(remote.resolve(id + " ü.csv")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void renamesWhatWasTakenOnce(DropKind kind) throws Exception {
    var file = file(".csv", "03");
    var after = new AfterTaking(Action.RENAME, null, ".taken");
    var source = world.create(serve(kind).then(after).mask("*").settings(id));

    await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve(id + ".csv.taken")));
    assertThat(file).doesNotExist();
    file(".csv", "04");
    await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve(id + ".csv.2.taken")));
    world.awaitContacts(id, 2);
    assertThat(world.view(source).state().taken()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void deletesWhatWasTakenWithItsMarkerAndNothingElse(DropKind kind) throws Exception {
    var marked = file(".csv", "05");
    var marker = file(".csv.done", "06");
    var unmarked = file("b.csv", "07");
    var other = file(".txt", "08");
    var after = new AfterTaking(Action.DELETE, null, null);
    world.create(serve(kind).then(after).marked("{name}.done").settings(id));

    await().atMost(PATIENCE).until(() -> !Files.exists(marked));

    world.awaitContacts(id, 1);
    assertThat(marker).doesNotExist();
    assertThat(unmarked).exists();
    assertThat(other).exists();
    assertThat(world.hasList(id + "b")).isFalse();
    Files.writeString(remote.resolve(id + "b.csv.done"), "");
    await().atMost(PATIENCE).until(() -> !Files.exists(unmarked));
    world.awaitContacts(id + "b", 1);
  }

  @ParameterizedTest
  @EnumSource(DropKind.class)
  void leavesWhatWasTakenAndTakesWhatTheExpressionAdmits(DropKind kind) throws Exception {
    var file = file("-07.csv", "09");
    file("-x.csv", "10");
    var source = world.create(serve(kind).mask("regex:" + id + "-\\d{2}\\.csv").settings(id));

    world.awaitContacts(id + "-07", 1);
    world.awaitFine(source);
    assertThat(file).exists();
    assertThat(world.hasList(id + "-x")).isFalse();
  }

  @Test
  void whatTheServerRefusesIsSaidAndKeepsNoOtherFile() throws Exception {
    file("a.csv", "11");
    file("b.csv", "12");
    var source =
        world.create(
            ftp("ftp", LoopbackFtp.of(remote))
                .then(new AfterTaking(Action.DELETE, null, null))
                .settings(id));

    world.awaitError(source, "cannot be deleted: 450");
    world.awaitContacts(id + "a", 1);
    world.awaitContacts(id + "b", 1);
    world.awaitError(source, "(and 1 more)");
    assertThat(world.importsOf(id + "a.csv")).hasSize(1);
    assertThat(world.view(source).state().taken()).isEqualTo(2);
  }

  @Test
  void aFileThatIsGoneWhenItIsReadKeepsNoOtherFile() throws Exception {
    var gone = file("a.csv", "13");
    file("b.csv", "14");
    var vanishing =
        new DefaultFtplet() {
          @Override
          public FtpletResult onDownloadStart(FtpSession session, FtpRequest request)
              throws IOException {
            Files.deleteIfExists(gone);
            return FtpletResult.DEFAULT;
          }
        };
    var source = world.create(ftp("ftp", LoopbackFtp.of(remote).with(vanishing)).settings(id));

    world.awaitError(source, "a.csv cannot be read: 550");
    world.awaitContacts(id + "b", 1);
    world.awaitFine(source);
    assertThat(world.importsOf(id + "a.csv")).isEmpty();
  }

  @Test
  void aFileWhosePuttingAwayWasInterruptedIsPutAwayAndNotTakenAgain() throws Exception {
    var settings = serve(DropKind.FOLDER).marked("{name}.done").settings(id);
    var source = world.create(settings);
    var file = file(".csv", "15");
    var marker = file(".csv.done", "16");
    world.awaitContacts(id, 1);
    Files.delete(marker);
    var whole = ListWorld.now(world.sources.whole(ListWorld.TENANT, source.id())).orElseThrow();
    var seen =
        new Seen(file.toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
    ListWorld.now(world.taken.mark(whole, seen, Standing.TO_PUT_AWAY));

    var deleting =
        serve(DropKind.FOLDER)
            .marked("{name}.done")
            .then(new AfterTaking(Action.DELETE, null, null))
            .settings(id);
    ListWorld.now(
        world.sources.change(ListWorld.TENANT, source.id(), deleting, OptionalLong.empty()));

    await().atMost(PATIENCE).until(() -> !Files.exists(file));
    assertThat(world.importsOf(id + ".csv")).hasSize(1);
  }

  @Test
  void twoKeepersTakeAContentOnce() throws Exception {
    try (var twice = new DropWorld(Files.createDirectory(folder.resolve("first")))) {
      twice.keeper(Files.createDirectory(folder.resolve("second")));
      takesOnce(twice);
    }
  }

  private void takesOnce(DropWorld twice) throws Exception {
    var file = file(".csv", "17");
    var after = new AfterTaking(Action.MOVE, "done", null);
    twice.create(serve(DropKind.SFTP).then(after).settings(id));

    await().atMost(PATIENCE).until(() -> !Files.exists(file));
    twice.awaitContacts(id, 1);
    Files.writeString(
        remote.resolve(id + "again.csv"), Files.readString(remote.resolve("done/" + id + ".csv")));
    await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve("done/" + id + "again.csv")));
    assertThat(twice.importsOf(id + ".csv")).hasSize(1);
    assertThat(twice.importsOf(id + "again.csv")).isEmpty();
  }
}
