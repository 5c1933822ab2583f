package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.prepare.Preparation;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.IssueCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in every charset of this JVM, and with every delimiter, come out as they were written. */
class AnyCharsetTest {
  private static final String NEEDED =
      "\",|\r\nabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";

  @TempDir Path directory;

  @Test
  void readsEveryCharsetThatCanHoldRows() throws IOException {
    var without = new TreeSet<String>();
    var spoilt = new TreeSet<String>();
    for (var charset : Charset.availableCharsets().values()) {
      if (!charset.canEncode() || !charset.newEncoder().canEncode(NEEDED)) {
        without.add(charset.name());
        continue;
      }
      char delimiter = charset.newEncoder().maxBytesPerChar() > 1 ? '|' : ',';
      var rows = rows(charset, delimiter);
      var bytes = written(rows, delimiter).getBytes(charset);
      if (!new String(bytes, charset).equals(written(rows, delimiter))) {
        spoilt.add(charset.name());
        continue;
      }
      var read = read(charset.name(), delimiter, bytes);
      assertThat(read.stream().map(ReadRow::fields)).as(charset.name()).isEqualTo(rows);
    }
    assertThat(without)
        .as("charsets in which no row can be written")
        .containsExactly(
            "ISO-2022-CN",
            "JIS_X0212-1990",
            "x-IBM300",
            "x-IBM834",
            "x-JIS0208",
            "x-JISAutoDetect",
            "x-MacDingbat",
            "x-MacSymbol");
    assertThat(spoilt).as("charsets that Java itself reads back otherwise").hasSizeLessThan(3);
  }

  @Test
  void readsWhatJavaCanReadButNotWrite() throws IOException {
    var text = "id,名\r\n1,\"中,国\"\r\n";
    var read = read("ISO-2022-CN", ',', text.getBytes(Charset.forName("x-ISO-2022-CN-GB")));
    assertThat(read.stream().map(ReadRow::fields))
        .containsExactly(List.of("id", "名"), List.of("1", "中,国"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Shift_JIS, 82",
    "Big5, A4",
    "GB18030, 81",
    "EUC-JP, A4",
    "UTF-8, E4",
    "ISO-2022-JP, 80",
    "UTF-32, 00110000",
    "UTF-16LE, 00D8"
  })
  void rejectsJustTheRowThatHoldsNoTextOfTheCharset(String name, String bad) throws IOException {
    var charset = Charset.forName(name);
    var file = new java.io.ByteArrayOutputStream();
    file.write("id,name\n1,a\n2,b".getBytes(charset));
    file.write(java.util.HexFormat.of().parseHex(bad));
    file.write("\n3,c\n".getBytes(charset));
    var read = read(name, ',', file.toByteArray());
    assertThat(read).hasSize(4);
    assertThat(read.get(2).issue().code()).isEqualTo(IssueCode.BAD_CHARSET);
    assertThat(read.get(3).fields()).containsExactly("3", "c");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x15, 0x25})
  void endsLinesOfMainframesAtBothOfTheirLineBreaks(int lineBreak) throws IOException {
    var charset = Charset.forName("IBM1047");
    var file = new java.io.ByteArrayOutputStream();
    for (var line : List.of("id,name", "1,a", "2,b")) {
      file.write(line.getBytes(charset));
      file.write(lineBreak);
    }
    assertThat(read("IBM1047", ',', file.toByteArray()).stream().map(ReadRow::fields))
        .containsExactly(List.of("id", "name"), List.of("1", "a"), List.of("2", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-8"})
  void seesByTheByteOrderMarkWhatUnicodeItIs(String name) throws IOException {
    var file = "\uFEFFid,näme\n1,ä\n".getBytes(Charset.forName(name));
    assertThat(read(null, ',', file).stream().map(ReadRow::fields))
        .containsExactly(List.of("id", "näme"), List.of("1", "ä"));
  }

  @Test
  void partsFieldsAtEveryCharacterThatMayBeADelimiter() throws IOException {
    for (char c = 1; c < 0x300; c++) {
      if (c == '"' || c == '\r' || c == '\n') {
        continue;
      }
      var rows = List.of(List.of("a" + c + "b", "say \"x\"" + c, ""), List.of("", "1\n2", "Ω"));
      var read = read("UTF-8", c, written(rows, c).getBytes(StandardCharsets.UTF_8));
      assertThat(read.stream().map(ReadRow::fields)).as("U+%04X", (int) c).isEqualTo(rows);
    }
  }

  /** Rows with all the characters that could be mistaken, as far as the charset has them. */
  private static List<List<String>> rows(Charset charset, char delimiter) {
    var encoder = charset.newEncoder();
    var others = new StringBuilder();
    for (char c = 0x80; c < 0xD7A4; c += c < 0x500 ? 1 : 13) {
      var one = String.valueOf(c);
      boolean kept =
          c != '\u0085'
              && encoder.canEncode(c)
              && new String(one.getBytes(charset), charset).equals(one);
      if (kept) {
        others.append(c);
      }
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("id", "name", "note"));
    for (int from = 0; from < others.length(); from += 40) {
      var part = others.substring(from, Math.min(others.length(), from + 40));
      rows.add(List.of("q\"" + part, part + delimiter + part, part + "\r\n" + part));
    }
    rows.add(List.of("1" + delimiter + "2", "say \"hi\"", "two\r\nlines"));
    return rows;
  }

  private static String written(List<List<String>> rows, char delimiter) {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "" : delimiter);
        text.append('"').append(row.get(i).replace("\"", "\"\"")).append('"');
      }
      text.append("\r\n");
    }
    return text.toString();
  }

  /** As a loader reads it: prepared if need be, probed, cut into records and fields. */
  private List<ReadRow> read(String charset, char delimiter, byte[] bytes) throws IOException {
    var staged = Files.write(directory.resolve("staged"), bytes);
    var prepared = directory.resolve("prepared");
    Files.deleteIfExists(prepared);
    var places = new Preparation.Places(prepared, directory.resolve("work"));
    var options =
        new ImportOptions(
            null, charset, String.valueOf(delimiter), null, null, null, null, null, null, null);
    var taken =
        new Preparation(staged, places, options.charset(), 1 << 30, List::of, done -> {}).run();
    var file = taken.isPlain() ? staged : prepared;
    var format = FileProbe.look(file, FileTaking.readAs(options, taken), done -> {});
    var cut = RecordCut.at(format);
    var fields = new BlockFields(format, cut);
    var rows = new ArrayList<ReadRow>();
    var from = new BlockReader.Place(format.start(), 1, 0);
    try (var reader = BlockReader.open(file, from, cut, BlockReader.Size.USUAL)) {
      for (var block = reader.next(); block.isPresent(); block = reader.next()) {
        rows.addAll(fields.read(block.get()));
      }
    }
    return rows;
  }
}
