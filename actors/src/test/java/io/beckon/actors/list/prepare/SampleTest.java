package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final int LONGEST = 8 << 20;
  private static final String CSV = "phone,name\n+12025550101,J\u00fcrgen\n";

  @TempDir Path folder;

  @Test
  void takesAShortFileAsItIs() throws IOException {
    var sample = sample(Made.utf8(CSV));
    assertThat(sample.file()).isEqualTo(folder.resolve("staged"));
    assertThat(sample.taken()).isEqualTo(Taken.PLAIN);
    assertThat(sample.whole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void endsALongFileWithALineAndOneWithoutLinesWithACharacter(int shift) throws IOException {
    var lines = sample(Made.utf8("x".repeat(shift) + CSV.repeat(400_000)));
    var text = Files.readString(lines.file());
    assertThat(lines.whole()).isFalse();
    assertThat(text).endsWith("\n").hasSizeGreaterThan(7_000_000);
    var endless = sample(Made.utf8("x".repeat(shift) + "\u4e2d".repeat(LONGEST / 3 + 9)));
    assertThat(Files.readString(endless.file())).endsWith("\u4e2d");
    assertThat(Files.size(endless.file())).isBetween(LONGEST - 3L, (long) LONGEST);
  }

  @Test
  void readsTheStartOfTextInArchives() throws IOException {
    var text = Made.utf8(CSV.repeat(600_000));
    var gzip = sample(Made.gzip(text));
    assertThat(gzip.taken()).isEqualTo(new Taken(FileKind.CSV, FileWrapper.GZIP, null));
    assertThat(gzip.whole()).isFalse();
    assertThat(Files.readString(gzip.file())).startsWith(CSV).endsWith("\n");
    var zip = sample(Made.zip(Map.of("a.csv", text)));
    assertThat(zip.taken().wrapper()).isEqualTo(FileWrapper.ZIP);
    assertThat(Files.size(zip.file())).isLessThanOrEqualTo(LONGEST);
    assertThat(sample(Made.gzip(Made.utf8(CSV))).whole()).isTrue();
  }

  @Test
  void writesUtf16AsUtf8() throws IOException {
    var sample = sample(Made.text("\uFEFF" + CSV, StandardCharsets.UTF_16LE));
    assertThat(Files.readString(sample.file())).isEqualTo(CSV);
    assertThat(sample.taken().charset()).isEqualTo("UTF-16LE");
    var packed = sample(Made.gzip(Made.text(CSV.repeat(300_000), StandardCharsets.UTF_16BE)));
    assertThat(packed.taken().charset()).isEqualTo("UTF-16BE");
    assertThat(Files.readString(packed.file(), StandardCharsets.ISO_8859_1)).startsWith("phone,");
  }

  @Test
  void readsTheFirstRowsOfWorkbooks() throws IOException {
    var csv = CSV + "1,2\n".repeat(2_000);
    for (var book : new byte[][] {Made.xlsx(Made.sheetOf(csv)), Made.xls(Made.sheetOf(csv))}) {
      var sample = sample(book);
      assertThat(sample.whole()).isFalse();
      assertThat(Files.readAllLines(sample.file())).hasSize(1_200).startsWith("phone,name");
      assertThat(sample(Made.gzip(book)).taken().kind()).isEqualTo(sample.taken().kind());
    }
    var small = sample(Made.xlsx(Made.sheetOf(CSV)));
    assertThat(small.whole()).isTrue();
    assertThat(Files.readString(small.file())).isEqualTo(CSV);
  }

  @Test
  void doesNotReadAllTextsOfALargeWorkbook() throws IOException {
    Workbooks.large(folder.resolve("large"), 150_000, 2);
    var sample = sampleOf(folder.resolve("large"));
    assertThat(Files.readAllLines(sample.file()))
        .hasSize(1_200)
        .first()
        .isEqualTo(Workbooks.textAt(0) + "," + Workbooks.textAt(1));
    assertThat(Files.size(sample.file().resolveSibling("ends"))).isEqualTo(200_000 * 8);
  }

  @Test
  void refusesWhatAnImportRefuses() {
    assertThatThrownBy(() -> sample(Made.gzip(Made.gzip(Made.utf8(CSV)))))
        .hasMessageContaining("NESTED_ARCHIVE");
    assertThatThrownBy(() -> sample(Made.gzip(Made.zip(Map.of("a.csv", Made.utf8(CSV))))))
        .hasMessageContaining("NESTED_ARCHIVE");
    assertThatThrownBy(() -> sample(Made.gzip(new byte[0]))).hasMessageContaining("EMPTY_FILE");
    assertThatThrownBy(
            () -> sample(Made.zip(Map.of("a.csv", Made.utf8(CSV), "b.csv", Made.utf8(CSV)))))
        .hasMessageContaining("SEVERAL_FILES");
    var cut = Made.gzip(Made.utf8(CSV));
    assertThatThrownBy(() -> sample(java.util.Arrays.copyOf(cut, cut.length - 9)))
        .hasMessageContaining("BAD_ARCHIVE");
  }

  private Sample.Sampled sample(byte[] file) throws IOException {
    return sampleOf(Files.write(folder.resolve("staged"), file));
  }

  private Sample.Sampled sampleOf(Path staged) throws IOException {
    return Sample.of(staged, Files.createTempDirectory(folder, "work"), null, List::of);
  }
}
