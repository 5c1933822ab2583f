package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way a file may come by times every form it may have: the same people each time, in {@code
 * formats/people.csv}, with the counts of {@code formats/expected.json}.
 */
@Execution(ExecutionMode.CONCURRENT)
class TransportFormatIT {
  private static final KeyPair HOST = LoopbackSftp.key("ssh-ed25519", 256);
  private static final KeyPair USER = LoopbackSftp.key("ssh-ed25519", 256);
  private static final Map<String, String> DELIMITERS =
      Map.of("comma", ",", "pipe", "|", "tab", "\t", "semicolon", ";", "colon", ":", "mark", ",");
  @TempDir static Path folder;
  private static DropWorld world;
  private static JsonNode expected;
  private static String people;
  @TempDir Path remote;
  private Runnable stop = () -> {};

  enum Transport {
    FOLDER,
    FTP,
    FTPS_EXPLICIT,
    FTPS_IMPLICIT,
    SFTP
  }

  @BeforeAll
  static void up() throws IOException {
    world = new DropWorld(Files.createDirectory(folder.resolve("drops")));
    expected = new ObjectMapper().readTree(resource("expected.json"));
    people = resource("people.csv");
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
  @EnumSource
  void bringsTheSamePeopleInEveryForm(Transport transport) throws Exception {
    Map<String, JsonNode> files = new HashMap<>();
    for (var content : expected.get("contents").properties()) {
      for (var wrapper : expected.get("wrappers")) {
        var way = wrapper.isNull() ? null : FileWrapper.valueOf(wrapper.asText());
        var name = transport + " " + way + " " + content.getKey() + ending(way);
        Files.write(remote.resolve(name), file(content.getKey(), way));
        files.put(name, content.getValue());
      }
    }
    assertThat(files).hasSize(33);

    world.create(source(transport).mask("*").settings(transport.name()));

    await()
        .atMost(DropWorld.PATIENCE.multipliedBy(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ended().keySet().containsAll(files.keySet()));
    var loaded = ended();
    files.forEach((name, content) -> isAsExpected(loaded.get(name), content));
  }

  private static String ending(@Nullable FileWrapper wrapper) {
    return wrapper == null ? "" : wrapper == FileWrapper.GZIP ? ".gz" : ".zip";
  }

  private static byte[] file(String name, @Nullable FileWrapper wrapper) {
    var kind = name.substring(0, name.indexOf('.'));
    var delimiter = DELIMITERS.get(kind);
    if (delimiter == null) {
      return Packed.file(people, content(name), wrapper);
    }
    var mark = kind.equals("mark") ? "\uFEFF" : "";
    return Packed.file(mark + people.replace(",", delimiter), Packed.Content.CSV, wrapper);
  }

  private static Packed.Content content(String name) {
    return switch (name) {
      case "windows.csv" -> Packed.Content.WINDOWS;
      case "utf16le.csv" -> Packed.Content.UTF_16LE;
      case "utf16be.csv" -> Packed.Content.UTF_16BE;
      case "workbook.xlsx" -> Packed.Content.XLSX;
      case "sheet.xls" -> Packed.Content.XLS;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** By file name; a file that was taken twice fails. */
  private static Map<String, ImportView> ended() {
    return world.imports().stream()
        .filter(i -> i.state() == ImportState.COMPLETED || i.state() == ImportState.FAILED)
        .collect(Collectors.toMap(ImportView::fileName, i -> i));
  }

  private static void isAsExpected(ImportView view, JsonNode content) {
    var name = view.fileName();
    assertThat(view.error()).as(name).isNull();
    assertThat(counts(view)).as(name).isEqualTo(expectedCounts());
    assertThat(view.format()).as(name).hasToString(content.get("format").asText());
    assertThat(view.charset()).as(name).isEqualTo(content.get("charset").asText());
    assertThat(view.wrapper()).as(name).isEqualTo(wrapper(name));
  }

  private static @Nullable FileWrapper wrapper(String name) {
    return name.endsWith(".gz") ? FileWrapper.GZIP : name.endsWith(".zip") ? FileWrapper.ZIP : null;
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

  private static Map<String, Long> expectedCounts() {
    return expected.get("counts").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asLong()));
  }

  private Drops source(Transport transport) throws Exception {
    return switch (transport) {
      case FOLDER -> Drops.at(DropKind.FOLDER, remote.toString());
      case FTP -> ftp("ftp", LoopbackFtp.of(remote));
      case FTPS_EXPLICIT -> ftps("ftpes");
      case FTPS_IMPLICIT -> ftps("ftps");
      case SFTP -> sftp();
    };
  }

  private Drops ftps(String scheme) throws Exception {
    var keys = TlsKeys.in(folder, scheme);
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

  private static String resource(String name) throws IOException {
    try (var in = TransportFormatIT.class.getResourceAsStream("/formats/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
