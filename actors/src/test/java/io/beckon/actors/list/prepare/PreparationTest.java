package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreparationTest {
  private static final String CSV =
      "phone,first name,city\n+12025550101,Jürgen,Zürich\n+12025550102,李,東京\n";

  @TempDir Path directory;
  private Workroom room;

  @BeforeEach
  void room() {
    room = new Workroom(directory);
  }

  static Stream<Arguments> files() {
    var utf16le = Made.text(CSV, StandardCharsets.UTF_16LE);
    var utf16be = Made.text(CSV, StandardCharsets.UTF_16BE);
    var marked = Made.text("\uFEFF" + CSV, StandardCharsets.UTF_16LE);
    return Stream.of(
        Arguments.of(Made.utf8(CSV), FileKind.CSV, null),
        Arguments.of(utf16le, FileKind.CSV, "UTF-16LE"),
        Arguments.of(utf16be, FileKind.CSV, "UTF-16BE"),
        Arguments.of(marked, FileKind.CSV, "UTF-16LE"),
        Arguments.of(
            Made.text("\uFEFF" + CSV, Charset.forName("UTF-32LE")), FileKind.CSV, "UTF-32LE"),
        Arguments.of(Made.xlsx(Made.sheetOf(CSV)), FileKind.XLSX, "UTF-8"),
        Arguments.of(Made.xls(Made.sheetOf(CSV)), FileKind.XLS, "UTF-8"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("files")
  void comesOutAsPlainTextHoweverItIsPacked(byte[] file, FileKind kind, String charset) {
    var bare = room.prepare(file);
    assertThat(bare).isEqualTo(new Taken(kind, null, charset));
    assertThat(bare.isPlain()).isEqualTo(kind == FileKind.CSV && charset == null);
    if (!bare.isPlain()) {
      assertThat(room.text()).isEqualTo(CSV);
    }
    assertThat(room.prepare(Made.gzip(file))).isEqualTo(new Taken(kind, FileWrapper.GZIP, charset));
    assertThat(room.text()).isEqualTo(CSV);
    var clutter = new LinkedHashMap<String, byte[]>();
    clutter.put("__MACOSX/._people", new byte[] {1});
    clutter.put("people/.DS_Store", new byte[] {2});
    clutter.put("people/people.dat", file);
    assertThat(room.prepare(Made.zip(clutter)))
        .isEqualTo(new Taken(kind, FileWrapper.ZIP, charset));
    assertThat(room.text()).isEqualTo(CSV);
  }

  @Test
  void givesTheSameBytesAgainAndClearsWhatAKilledLoaderLeft() throws Exception {
    var file = Made.gzip(Made.xlsx(Made.sheetOf(CSV)));
    room.prepare(file);
    var first = room.bytes();
    Files.createDirectories(room.workplace());
    Files.write(room.workplace().resolve("unpacked"), new byte[] {1, 2, 3});
    room.prepare(file);
    assertThat(room.bytes()).isEqualTo(first);
  }

  @Test
  void marksJustTheRowWhereUtf16IsBroken() {
    var bytes = Made.text("phone\n12\nx\ud800y\n34\n", StandardCharsets.UTF_16LE);
    bytes[18] = 0; // the encoder wrote a question mark for the lone surrogate
    bytes[19] = (byte) 0xD8;
    var odd = Arrays.copyOf(bytes, bytes.length + 1);
    odd[bytes.length] = 'z';
    room.prepare(odd);
    var text = new String(room.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("phone\n12\n").contains("\u00ff").contains("34\n\u00ff");
  }

  @Test
  void refusesUtf16ThatIsNone() {
    assertThat(code(Made.utf8(CSV), "UTF-16")).isEqualTo("NOT_UTF_16");
    assertThat(room.prepare(Made.text(CSV, StandardCharsets.UTF_16BE), "UTF-16", 1L << 30))
        .isEqualTo(new Taken(FileKind.CSV, null, "UTF-16BE"));
  }

  static Stream<Arguments> refused() {
    var one = Map.of("a.csv", Made.utf8(CSV));
    var tar = new byte[512];
    System.arraycopy(Made.utf8("ustar"), 0, tar, 257, 5);
    var types = "[Content_Types].xml";
    return Stream.of(
        Arguments.of("EMPTY_FILE", Made.gzip(new byte[0])),
        Arguments.of("EMPTY_FILE", Made.zip(Map.of())),
        Arguments.of("EMPTY_FILE", Made.zip(Map.of("__MACOSX/a", new byte[] {1}))),
        Arguments.of("EMPTY_FILE", Made.xlsx(book -> book.createSheet())),
        Arguments.of("EMPTY_FILE", Made.xls(book -> book.createSheet())),
        Arguments.of("SEVERAL_FILES", Made.zip(Map.of("a.csv", new byte[1], "b.csv", new byte[1]))),
        Arguments.of("NESTED_ARCHIVE", Made.gzip(Made.gzip(Made.utf8(CSV)))),
        Arguments.of("NESTED_ARCHIVE", Made.gzip(Made.zip(one))),
        Arguments.of("NESTED_ARCHIVE", Made.zip(Map.of("a.zip", Made.zip(one)))),
        Arguments.of("NESTED_ARCHIVE", Made.gzip(tar)),
        Arguments.of("BINARY_FILE", Made.zip(Map.of(types, new byte[1], "xl/workbook.bin", tar))),
        Arguments.of("BINARY_FILE", Made.zip(Map.of(types, new byte[1], "word/document.xml", tar))),
        Arguments.of("BINARY_FILE", Made.zip(Map.of("mimetype", new byte[1], "content.xml", tar))),
        Arguments.of("BAD_ARCHIVE", Made.utf8("PK\u0003\u0004 workbook")),
        Arguments.of("PASSWORD_PROTECTED", Encrypted.xlsx()),
        Arguments.of("PASSWORD_PROTECTED", Encrypted.xls()),
        Arguments.of("PASSWORD_PROTECTED", Encrypted.zip()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWithAReasonAndARemedy(String code, byte[] file) {
    var error = refusal(file, null, 20L << 30).error();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.detail()).endsWith(".");
    assertThat(error.remedy()).isNotBlank();
    assertThat(room.prepared()).doesNotExist();
  }

  @Test
  void namesTheFilesOfAnArchiveThatHoldsSeveral() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("north.csv", new byte[1]);
    files.put("south.csv", new byte[1]);
    assertThatThrownBy(() -> room.prepare(Made.zip(files)))
        .hasMessageContaining("north.csv, south.csv");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"gzip", "zip", "xlsx", "xls"})
  void refusesWhatIsCutAnywhere(String kind) throws Exception {
    var content = Made.utf8(CSV + "x,y,z\n".repeat(2_000));
    var file =
        switch (kind) {
          case "gzip" -> Made.gzip(content);
          case "zip" -> Made.zip(Map.of("a.csv", content));
          case "xlsx" -> Made.xlsx(Made.sheetOf(CSV));
          default -> Made.xls(Made.sheetOf(CSV));
        };
    room.prepare(file);
    var whole = room.bytes();
    for (int length = 10; length < file.length; length += Math.max(1, file.length / 60)) {
      room(); // a new start
      try {
        room.prepare(Arrays.copyOf(file, length));
        assertThat(kind).as("cut at %s of %s", length, file.length).isEqualTo("xls");
        assertThat(room.bytes()).isEqualTo(whole);
      } catch (BadFileException e) {
        assertThat(e.error().code()).matches("BAD_.*|BINARY_FILE");
      }
    }
  }

  private String code(byte[] file, String charset) {
    return refusal(file, charset, 20L << 30).error().code();
  }

  private BadFileException refusal(byte[] file, String charset, long most) {
    var refused =
        catchThrowableOfType(BadFileException.class, () -> room.prepare(file, charset, most));
    assertThat(refused).as("prepared to %s", room.prepared()).isNotNull();
    return refused;
  }

  @Test
  void refusesAnArchiveThatUnpacksToMoreThanIsPlausible() {
    var bomb = Made.gzip(new byte[80 << 20]);
    assertThat(refusal(bomb, null, 20L << 30).error().code()).isEqualTo("ARCHIVE_BOMB");
    assertThat(refusal(Made.zip(Map.of("a", new byte[80 << 20])), null, 20L << 30).error().code())
        .isEqualTo("ARCHIVE_BOMB");
    assertThat(refusal(bomb, null, 1 << 20).error().code()).isEqualTo("UNPACKED_TOO_LARGE");
    assertThat(refusal(bomb, null, 1 << 20).error().remedy()).contains("BECKON_LARGEST_UNPACKED");
  }

  @Test
  void takesWhatPacksWellBelowTheLimit() {
    var dense = Made.gzip(Made.utf8("phone\n" + "2025550101\n".repeat(3_000_000)));
    assertThat(room.prepare(dense).wrapper()).isEqualTo(FileWrapper.GZIP);
  }
}
