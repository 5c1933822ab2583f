package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from real FTPS servers. */
class FtpsDropIT {
  @TempDir static Path folder;
  private static DropWorld world;
  private static TlsKeys keys;
  private static TlsKeys others;
  @TempDir Path remote;
  private LoopbackFtp server;

  @BeforeAll
  static void up() throws IOException {
    world = new DropWorld(Files.createDirectory(folder.resolve("drops")));
    keys = TlsKeys.in(folder, "ours");
    others = TlsKeys.in(folder, "theirs");
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @AfterEach
  void stop() {
    world.forgetSources();
    if (server != null) {
      server.stop();
    }
  }

  private LoopbackFtp serve(boolean implicit, File with, int port) throws Exception {
    server =
        LoopbackFtp.of(remote).writable().encrypted(implicit, with, TlsKeys.PASSWORD).start(port);
    return server;
  }

  private Drops source(String scheme) {
    return Drops.at(DropKind.FTPS, scheme + "://127.0.0.1:" + server.port() + "/")
        .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftps", "ftpes"})
  void takesAFileFromTheServerWhoseCertificateIsPinned(String scheme) throws Exception {
    serve(scheme.equals("ftps"), keys.file(), 0);
    Files.writeString(remote.resolve(scheme + " müller.csv"), "phone\n2025550131\n");

    var source = world.create(source(scheme).pinned(keys.fingerprint()).settings(scheme));

    world.awaitContacts(scheme + " müller", 1);
    world.awaitFine(source);
  }

  @Test
  void saysTheFingerprintOfACertificateThatIsNotTrustedAndConnectsOncePinned() throws Exception {
    serve(false, keys.file(), 0);
    Files.writeString(remote.resolve("unpinned.csv"), "phone\n2025550132\n");
    var source = world.create(source("ftpes").settings("unpinned"));

    world.awaitError(source, "not trusted");
    assertThat(world.view(source).state().lastError())
        .contains(keys.fingerprint(), "set fingerprint");
    assertThat(world.look(source).fingerprint()).isEqualTo(keys.fingerprint());
    assertThat(world.hasList("unpinned")).isFalse();

    change(source.id(), source("ftpes").pinned(pem()).settings("unpinned"));
    world.awaitContacts("unpinned", 1);
    world.awaitFine(source);
  }

  @Test
  void keepsAwayFromAServerThatShowsAnotherCertificateThanThePinned() throws Exception {
    serve(true, others.file(), 0);
    Files.writeString(remote.resolve("swapped.csv"), "phone\n2025550133\n");

    var source = world.create(source("ftps").pinned(keys.fingerprint()).settings("swapped"));

    world.awaitError(source, others.fingerprint());
    assertThat(world.view(source).state().lastError())
        .contains("not the pinned " + keys.fingerprint());
    assertThat(world.hasList("swapped")).isFalse();
  }

  @Test
  void trustsWhatTheJvmTrusts() throws Exception {
    serve(true, keys.file(), 0);
    Files.writeString(remote.resolve("trusted.csv"), "phone\n2025550134\n");
    var source = world.create(source("ftps").settings("trusted"));
    world.awaitError(source, "not trusted");
    System.setProperty("javax.net.ssl.trustStore", keys.file().toString());
    System.setProperty("javax.net.ssl.trustStorePassword", TlsKeys.PASSWORD);
    try {
      world.awaitContacts("trusted", 1);
      world.awaitFine(source);
      assertThat(lookByName()).contains("not trusted");
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }

  @Test
  void saysThatThePasswordIsWrongWithoutShowingIt() throws Exception {
    serve(true, keys.file(), 0);
    var source =
        world.create(
            source("ftps")
                .password(LoopbackFtp.USER, "hush hush")
                .pinned(keys.fingerprint())
                .settings("wrong"));

    world.awaitError(source, "530");
    assertThat(world.view(source).state().lastError()).doesNotContain("hush");
  }

  @Test
  void takesNothingOfATransferThatBreaksAndAllOfItWhenTheServerIsBack() throws Exception {
    var rows = new StringBuilder("phone\n");
    for (int n = 0; n < 20_000; n++) {
      rows.append("20255").append(50_000 + n).append('\n');
    }
    Files.writeString(remote.resolve("broken.csv"), rows);
    server =
        LoopbackFtp.of(remote)
            .slow(40_000)
            .encrypted(false, keys.file(), TlsKeys.PASSWORD)
            .start(0);
    int port = server.port();
    var source = world.create(source("ftpes").pinned(keys.fingerprint()).settings("broken"));
    var part = world.lists.staged("00").getParent().resolveSibling("part");
    org.awaitility.Awaitility.await().atMost(DropWorld.PATIENCE).until(() -> size(part) > 10_000);
    server.stop();

    world.awaitError(source, "");
    assertThat(world.importsOf("broken.csv")).isEmpty();

    serve(false, keys.file(), port);
    world.awaitContacts("broken", 20_000);
    world.awaitFine(source);
    assertThat(world.importsOf("broken.csv")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void resumesItsTlsSessionForDataAndReadsListingsForPeople(String protocol) throws Exception {
    var name = "resumed " + protocol.charAt(6);
    var files = Map.of(name + ".csv", "phone\n2025550137\n");
    try (var strict = StrictFtps.start(keys, protocol, files)) {
      var source =
          world.create(
              Drops.at(DropKind.FTPS, "ftps://127.0.0.1:" + strict.port() + "/")
                  .pinned(keys.fingerprint())
                  .settings(name));
      world.awaitContacts(name, 1);
      world.awaitFine(source);
    }
  }

  /** What a look by a name says that the certificate does not hold. */
  private String lookByName() {
    var byName =
        Drops.at(DropKind.FTPS, "ftps://localhost:" + server.port() + "/")
            .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD)
            .settings("by name");
    return String.valueOf(world.look(world.create(byName)).error());
  }

  private static long size(Path part) throws IOException {
    if (!Files.isDirectory(part)) {
      return 0;
    }
    try (var files = Files.list(part)) {
      return files.mapToLong(f -> f.toFile().length()).max().orElse(0);
    }
  }

  private static void change(String id, DropSettings settings) {
    ListWorld.now(world.sources.change(ListWorld.TENANT, id, settings, OptionalLong.empty()));
  }

  private static String pem() throws Exception {
    var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + encoder.encodeToString(keys.certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
