package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.filedrop.DropKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from real SFTP servers. */
class SftpDropIT {
  private static final KeyPair ED25519 = LoopbackSftp.key("ssh-ed25519", 256);
  private static final KeyPair RSA = LoopbackSftp.key("ssh-rsa", 2048);
  private static final KeyPair USER = LoopbackSftp.key("ssh-ed25519", 256);
  @TempDir static Path drops;
  private static DropWorld world;
  @TempDir Path remote;
  private LoopbackSftp server;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
  }

  @AfterAll
  static void down() {
    world.close();
  }

  private LoopbackSftp serve(int port, KeyPair... hostKeys) throws IOException {
    server = LoopbackSftp.of(remote, USER, hostKeys).start(port);
    return server;
  }

  @AfterEach
  void stop() {
    world.forgetSources();
    if (server != null) {
      server.stop();
    }
  }

  private Drops source() {
    return Drops.at(DropKind.SFTP, server.url()).password(LoopbackSftp.USER, LoopbackSftp.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void takesAFileByPasswordFromAServerWhoseKeyIsKnown(int known) throws Exception {
    serve(0, ED25519, RSA);
    Files.writeString(remote.resolve("by password" + known + ".csv"), "phone\n202555014" + known);
    Files.writeString(remote.resolve("notes.txt"), "nothing");

    var source =
        world.create(source().knownHosts(server.knownHosts(known)).settings("known " + known));

    world.awaitContacts("by password" + known, 1);
    world.awaitFine(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "open sesame"})
  void takesAFileByPrivateKey(String phrase) throws Exception {
    serve(0, ED25519);
    var name = "by key" + phrase;
    Files.writeString(remote.resolve(name + ".csv"), "phone\n2025550142\n");
    var pem = LoopbackSftp.pem(USER, phrase.isEmpty() ? null : phrase);

    var source =
        world.create(
            source()
                .password(LoopbackSftp.USER, null)
                .key(pem, phrase.isEmpty() ? null : phrase)
                .knownHosts(server.knownHosts(0))
                .settings(name));

    world.awaitContacts(name, 1);
    world.awaitFine(source);
    assertThat(world.view(source).hasPrivateKey()).isTrue();
  }

  @Test
  void saysThatThePassphraseIsWrong() throws Exception {
    serve(0, ED25519);
    var source =
        world.create(
            source()
                .password(LoopbackSftp.USER, null)
                .key(LoopbackSftp.pem(USER, "open sesame"), "close sesame")
                .knownHosts(server.knownHosts(0))
                .settings("wrong phrase"));

    world.awaitError(source, "cannot be opened with this passphrase");
    assertThat(world.view(source).state().lastError()).doesNotContain("sesame");
  }

  @Test
  void connectsToNobodyItDoesNotKnowAndSaysTheLineThatIsMissing() throws Exception {
    serve(0, ED25519);
    Files.writeString(remote.resolve("unknown.csv"), "phone\n2025550143\n");
    var source = world.create(source().settings("unknown"));

    world.awaitError(source, server.knownHosts(0));
    assertThat(world.view(source).state().lastError()).contains("not in knownHosts", "SHA256:");
    assertThat(world.hasList("unknown")).isFalse();
    var line = world.look(source).knownHosts();
    assertThat(line).isEqualTo(server.knownHosts(0));

    ListWorld.now(
        world.sources.change(
            ListWorld.TENANT,
            source.id(),
            source().knownHosts(line).settings("unknown"),
            OptionalLong.empty()));
    world.awaitContacts("unknown", 1);
    world.awaitFine(source);
  }

  @Test
  void keepsAwayFromAServerWhoseKeyHasChanged() throws Exception {
    serve(0, ED25519);
    Files.writeString(remote.resolve("changed.csv"), "phone\n2025550144\n");
    var known = server.knownHosts(0);
    int port = server.port();
    server.stop();
    serve(port, LoopbackSftp.key("ssh-ed25519", 256));

    var source = world.create(source().knownHosts(known).settings("changed"));

    world.awaitError(source, "somebody is in between");
    assertThat(world.hasList("changed")).isFalse();
  }

  @Test
  void saysThatThePasswordIsWrongWithoutShowingIt() throws Exception {
    serve(0, ED25519);
    var source =
        world.create(
            source()
                .password(LoopbackSftp.USER, "hush hush")
                .knownHosts(server.knownHosts(0))
                .settings("wrong"));

    world.awaitError(source, "does not let us in");
    assertThat(world.view(source).state().lastError()).doesNotContain("hush");
  }

  @Test
  void takesNothingOfATransferThatBreaksAndAllOfItWhenTheServerIsBack() throws Exception {
    var rows = new StringBuilder("phone\n");
    for (int n = 0; n < 40_000; n++) {
      rows.append("20255").append(50_000 + n).append('\n');
    }
    Files.writeString(remote.resolve("broken.csv"), rows);
    var halfway = new Halfway();
    server = LoopbackSftp.of(remote, USER, ED25519).start(0, halfway);
    int port = server.port();
    var settings = source().knownHosts(server.knownHosts(0)).settings("broken");
    var source = world.create(settings);
    assertThat(halfway.reached.await(60, TimeUnit.SECONDS)).isTrue();
    server.stop();
    halfway.goOn.countDown();

    world.awaitError(source, "");
    assertThat(world.importsOf("broken.csv")).isEmpty();

    serve(port, ED25519);
    world.awaitContacts("broken", 40_000);
    world.awaitFine(source);
    assertThat(world.importsOf("broken.csv")).hasSize(1);
  }

  @Test
  void takesFilesWithOddNamesAndLeavesTheHidden() throws Exception {
    serve(0, ED25519);
    Files.writeString(remote.resolve("zwei Wörter.csv"), "phone\n2025550151\n");
    Files.writeString(remote.resolve("broken\nline.csv"), "phone\n2025550152\n");
    Files.writeString(remote.resolve(".hidden.csv"), "phone\n2025550153\n");
    var source = world.create(source().knownHosts(server.knownHosts(0)).settings("odd"));

    world.awaitContacts("zwei Wörter", 1);
    world.awaitContacts("broken line", 1);
    world.awaitFine(source);
    assertThat(world.view(source).state().taken()).isEqualTo(2);
  }
}
