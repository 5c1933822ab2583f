package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.filedrop.DropKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that fall silent in the middle of a file. */
@Execution(ExecutionMode.CONCURRENT)
class StalledServerIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final KeyPair USER = LoopbackSftp.key("ssh-ed25519", 256);
  private static final int ROWS = 40_000;
  @TempDir static Path drops;
  private static DropWorld world;
  @TempDir Path remote;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
  }

  @AfterAll
  static void down() {
    world.close();
  }

  private void file(String name) throws IOException {
    var rows = new StringBuilder("phone\n");
    for (int n = 0; n < ROWS; n++) {
      rows.append("20255").append(50_000 + n).append('\n');
    }
    Files.writeString(remote.resolve(name), rows);
  }

  @Test
  void sftpIsGivenUpSaidAndTakenWholeWhenTheServerSpeaksAgain() throws Exception {
    file("silent.csv");
    var halfway = new Halfway();
    var server = LoopbackSftp.of(remote, USER, HOST).start(0, halfway);
    var source =
        world.create(
            Drops.at(DropKind.SFTP, server.url())
                .password(LoopbackSftp.USER, LoopbackSftp.PASSWORD)
                .knownHosts(server.knownHosts(0))
                .settings("silent"));
    assertThat(halfway.reached.await(60, TimeUnit.SECONDS)).isTrue();

    world.awaitError(source, "");
    assertThat(world.importsOf("silent.csv")).isEmpty();

    halfway.goOn.countDown();
    world.awaitContacts("silent", ROWS);
    world.awaitFine(source);
    assertThat(world.importsOf("silent.csv")).hasSize(1);
    server.stop();
  }

  @Test
  void ftpIsGivenUpSaidAndTakenWholeWhenTheServerSpeaksAgain() throws Exception {
    file("mute.csv");
    var stalling = LoopbackFtp.of(remote).slow(1).start(0);
    var source =
        world.create(
            Drops.at(DropKind.FTP, "ftp://127.0.0.1:" + stalling.port() + "/")
                .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD)
                .settings("mute"));

    world.awaitError(source, "in time");
    assertThat(world.importsOf("mute.csv")).isEmpty();

    stalling.stop();
    var again = LoopbackFtp.of(remote).start(stalling.port());
    world.awaitContacts("mute", ROWS);
    world.awaitFine(source);
    assertThat(world.importsOf("mute.csv")).hasSize(1);
    again.stop();
  }
}
