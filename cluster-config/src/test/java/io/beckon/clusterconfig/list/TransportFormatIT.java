package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.SpcReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way a file may come by times every form it may have, for both kinds of lists: the same
 * content each time, with the counts and the rows of {@code formats/expected.json}.
 */
@Execution(ExecutionMode.CONCURRENT)
class TransportFormatIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final KeyPair USER = LoopbackSftp.key("ssh-ed25519", 256);
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path folder;
  private static DropWorld world;
  @TempDir Path remote;
  private Runnable stop = () -> {};

  enum Transport {
    FOLDER,
    FTP,
    FTPS_EXPLICIT,
    FTPS_IMPLICIT,
    SFTP,
    UPLOAD
  }

  static Stream<Arguments> everyWay() {
    return Arrays.stream(Transport.values())
        .flatMap(
            transport ->
                Arrays.stream(ImportKind.values()).map(kind -> Arguments.of(transport, kind)));
  }

  @BeforeAll
  static void up() throws IOException {
    world = new DropWorld(Files.createDirectory(folder.resolve("drops")));
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @AfterEach
  void stop() {
    stop.run();
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void bringsTheSameInEveryForm(Transport transport, ImportKind kind) throws Exception {
    var formats = FileForms.of(kind);
    var forms = formats.forms();
    assertThat(forms).hasSize(kind == ImportKind.CONTACTS ? 48 : 26);
    var list = list(kind, transport + " " + kind);

    if (transport == Transport.UPLOAD) {
      upload(list, forms);
    } else {
      drop(transport, list, forms);
    }

    await()
        .atMost(DropWorld.PATIENCE.multipliedBy(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ended(list).size() >= forms.size());
    var loaded = ended(list);
    forms.forEach(form -> isAsExpected(loaded.get(form.name()), form, formats));
    assertThat(held(list)).containsExactlyInAnyOrderElementsOf(formats.holds(forms));
  }

  private void drop(Transport transport, ListRef list, List<FileForms.Form> forms)
      throws Exception {
    for (var form : forms) {
      Files.write(remote.resolve(form.name()), form.file());
      if (form.specification() != null) {
        Files.writeString(remote.resolve(form.name() + ".spc"), form.specification());
      }
    }
    var source = source(transport).mask("*");
    var id = Long.toString(list.listId());
    var into = list.kind() == ImportKind.CONTACTS ? source.into(id) : source.suppressing(id);
    world.create(into.settings(transport + " " + list.kind()));
  }

  private static void upload(ListRef list, List<FileForms.Form> forms) throws Exception {
    try (var uploads = HttpUploads.into(world)) {
      for (var form : forms) {
        uploads.send(list, form.name(), form.file(), options(list.kind(), form));
      }
    }
  }

  private static ListRef list(ImportKind kind, String name) {
    return kind == ImportKind.CONTACTS
        ? world.lists.list(name)
        : world.lists.suppressionList(name, "DEVICE");
  }

  /** What a specification says stands there as a mapping. */
  private static String options(ImportKind kind, FileForms.Form form) throws IOException {
    if (form.specification() == null) {
      return "{}";
    }
    var specification = form.specification().getBytes(StandardCharsets.UTF_8);
    return JSON.writeValueAsString(
        Map.of("mapping", SpcReader.read(specification, form.name(), kind)));
  }

  /** By file name; a file that was taken twice fails. */
  private static Map<String, ImportView> ended(ListRef list) {
    var page = new PageRequest(100, null);
    return ListWorld.now(
            world.lists.imports.page(ListWorld.TENANT, list.kind(), list.listId(), page))
        .items()
        .stream()
        .filter(i -> i.state() == ImportState.COMPLETED || i.state() == ImportState.FAILED)
        .collect(Collectors.toMap(ImportView::fileName, i -> i));
  }

  private static void isAsExpected(
      @Nullable ImportView view, FileForms.Form form, FileForms formats) {
    var name = form.name();
    assertThat(view).as(name).isNotNull();
    assertThat(view.error()).as(name).isNull();
    assertThat(counts(view)).as(name).isEqualTo(counts(formats));
    assertThat(view.format()).as(name).hasToString(form.content().get("format").asText());
    assertThat(view.charset()).as(name).isEqualTo(form.content().get("charset").asText());
    assertThat(view.wrapper()).as(name).isEqualTo(form.packing().wrapper);
  }

  private static Map<String, Long> counts(ImportView view) {
    return Map.of(
        "rowsRead", view.rowsRead(),
        "accepted", view.accepted(),
        "updated", view.updated(),
        "duplicates", view.duplicates(),
        "filtered", view.filtered(),
        "rejected", view.rejected(),
        "warnings", view.warnings());
  }

  private static Map<String, Long> counts(FileForms formats) {
    return formats.counts().properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> ((JsonNode) e.getValue()).asLong()));
  }

  /** A device each. */
  private static List<String> held(ListRef list) {
    var rows =
        list.kind() == ImportKind.CONTACTS
            ? "SELECT concat_ws(' ', c.first_name, c.postal_code, d.value) FROM contact c"
                + " JOIN device d USING (list_id, contact_id) WHERE list_id = ?"
            : "SELECT value FROM suppression_entry WHERE list_id = ?";
    return world
        .lists
        .database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery(rows).bind(0, list.listId()).mapTo(String.class).list());
  }

  private Drops source(Transport transport) throws Exception {
    return switch (transport) {
      case FOLDER -> Drops.at(DropKind.FOLDER, remote.toString());
      case FTP -> ftp("ftp", LoopbackFtp.of(remote));
      case FTPS_EXPLICIT -> ftps("ftpes");
      case FTPS_IMPLICIT -> ftps("ftps");
      case SFTP -> sftp();
      case UPLOAD -> throw new IllegalArgumentException("nothing is watched");
    };
  }

  private Drops ftps(String scheme) throws Exception {
    var keys = TlsKeys.in(remote.getParent(), scheme + System.nanoTime());
    var server =
        LoopbackFtp.of(remote).encrypted(scheme.equals("ftps"), keys.file(), TlsKeys.PASSWORD);
    return ftp(scheme, server).pinned(keys.fingerprint());
  }

  private Drops ftp(String scheme, LoopbackFtp made) throws Exception {
    var server = made.start(0);
    stop = server::stop;
    var kind = scheme.equals("ftp") ? DropKind.FTP : DropKind.FTPS;
    return Drops.at(kind, scheme + "://127.0.0.1:" + server.port() + "/")
        .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD);
  }

  private Drops sftp() throws IOException {
    var server = LoopbackSftp.of(remote, USER, HOST).start(0);
    stop = server::stop;
    return Drops.at(DropKind.SFTP, server.url())
        .password(LoopbackSftp.USER, LoopbackSftp.PASSWORD)
        .knownHosts(server.knownHosts(0));
  }
}
