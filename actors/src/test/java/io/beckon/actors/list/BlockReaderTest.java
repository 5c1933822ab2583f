package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.IssueCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockReaderTest {
  private static final FileFormat UTF8 = new FileFormat("UTF-8", 0, ',');
  private static final RecordCut COMMA = RecordCut.at(UTF8);
  private static final BlockReader.Size TINY = new BlockReader.Size(3, 64);

  @Test
  void keepsTheLinesOfRecordsWithLineBreaksInside() {
    var rows = rows("a,b\r\n\"1\n2\",x\r\n\n\"3\r\n4\",y\rz,w");
    assertThat(rows.stream().map(ReadRow::line)).containsExactly(1L, 2L, 5L, 7L);
    assertThat(rows.get(1).fields()).containsExactly("1\n2", "x");
    assertThat(rows.get(2).fields()).containsExactly("3\r\n4", "y");
    assertThat(rows.get(3).fields()).containsExactly("z", "w");
  }

  @Test
  void readsDoubledQuotesAndQuotesInsidePlainFields() {
    var rows = rows("\"say \"\"hi\"\"\",5\" nail,\"x\" ,\n");
    assertThat(rows.get(0).fields()).containsExactly("say \"hi\"", "5\" nail", "x ", "");
  }

  @Test
  void losesOnlyTheLineOfAQuoteThatNeverCloses() {
    var rows = rows("a,1\n\"b,2\nc,3\n\"d\",4\ne,5");
    assertThat(rows).hasSize(5);
    assertThat(rows.get(1).issue().code()).isEqualTo(IssueCode.UNCLOSED_QUOTE);
    assertThat(rows.get(1).line()).isEqualTo(2);
    assertThat(rows.get(2).fields()).containsExactly("c", "3");
    assertThat(rows.get(3).fields()).containsExactly("d", "4");
    assertThat(rows.get(4).fields()).containsExactly("e", "5");
  }

  @Test
  void losesOnlyTheLineOfAQuoteThatIsOpenAtTheEnd() {
    var rows = rows("\"a,1\nb,2\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).issue().code()).isEqualTo(IssueCode.UNCLOSED_QUOTE);
    assertThat(rows.get(1).fields()).containsExactly("b", "2");
  }

  @Test
  void passesOverBlankLinesOnly() {
    assertThat(rows("\n  \n\t\r\n,\n\"\"\n")).hasSize(2);
    assertThat(rows("")).isEmpty();
    assertThat(rows("\n\n")).isEmpty();
  }

  @Test
  void rejectsARecordLongerThanItsLimitAndReadsOn() {
    var rows = rows("x".repeat(ByteWindow.LONGEST_RECORD + 7) + "\nb,2\n");
    assertThat(rows.get(0).issue().code()).isEqualTo(IssueCode.TOO_LONG);
    assertThat(rows.get(1).fields()).containsExactly("b", "2");
    assertThat(rows.get(1).line()).isEqualTo(2);
  }

  @Test
  void rejectsOnlyTheRowWhoseBytesAreNoText() {
    var bytes = "a,1\nb\u00e4,2\nc,3\n".getBytes(StandardCharsets.ISO_8859_1);
    var rows = rows(bytes, BlockReader.Size.USUAL);
    assertThat(rows.get(0).fields()).containsExactly("a", "1");
    assertThat(rows.get(1).issue().code()).isEqualTo(IssueCode.BAD_CHARSET);
    assertThat(rows.get(2).fields()).containsExactly("c", "3");
  }

  static Stream<RecordCut> cuts() {
    return Stream.of(COMMA, RecordCut.LINES);
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void readsALineOfAGigabyteInLittleMemory(RecordCut cut) {
    var endless =
        new InputStream() {
          private long left = 1L << 30;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int n = (int) Math.min(left, length);
            java.util.Arrays.fill(into, from, from + n, (byte) 'x');
            left -= n;
            return n == 0 ? -1 : n;
          }
        };
    var block = BlockReader.of(endless, cut, TINY).next().orElseThrow();
    assertThat(block.pieces()).hasSize(1);
    assertThat(block.pieces().get(0).flaw()).isEqualTo(Flaw.TOO_LONG);
    assertThat(block.span().to()).isEqualTo(1L << 30);
  }

  static Stream<byte[]> anyBytes() {
    var random = new Random(20261122);
    return Stream.generate(() -> bytes(random)).limit(3_000);
  }

  @ParameterizedTest(name = "sample {index}")
  @MethodSource("anyBytes")
  void everyByteBelongsToOneRecordWhateverTheBlocks(byte[] bytes, @TempDir Path folder)
      throws IOException {
    var whole = rows(bytes, BlockReader.Size.USUAL);
    assertThat(rows(bytes, TINY)).isEqualTo(whole);
    var file = Files.write(folder.resolve("file"), bytes);
    var blocks = blocks(bytes, TINY);
    long offset = 0;
    for (var block : blocks) {
      assertThat(block.span().from()).isEqualTo(offset);
      offset = block.span().to();
    }
    assertThat(offset).isEqualTo(bytes.length);
    if (!blocks.isEmpty()) {
      var half = blocks.get(blocks.size() / 2);
      long before = half.firstRow() - 1;
      long line = before == 0 ? 1 : blocks.get(blocks.size() / 2 - 1).span().nextLine();
      var place = new BlockReader.Place(half.span().from(), line, before);
      try (var resumed = BlockReader.open(file, place, COMMA, TINY)) {
        assertThat(rows(resumed)).isEqualTo(whole.subList((int) before, whole.size()));
      }
    }
  }

  private static byte[] bytes(Random random) {
    var alphabet = "\"\",,\n\r\n a+1\t;\u0000\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    var bytes = new byte[random.nextInt(120)];
    random.nextBytes(bytes);
    boolean wild = random.nextInt(4) == 0;
    for (int i = 0; !wild && i < bytes.length; i++) {
      bytes[i] = alphabet[(bytes[i] & 0xff) % alphabet.length];
    }
    return bytes;
  }

  private static List<ReadRow> rows(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8), BlockReader.Size.USUAL);
  }

  private static List<ReadRow> rows(byte[] bytes, BlockReader.Size size) {
    return rows(BlockReader.of(new ByteArrayInputStream(bytes), COMMA, size));
  }

  private static List<ReadRow> rows(BlockReader reader) {
    var fields = new BlockFields(UTF8, COMMA);
    var rows = new ArrayList<ReadRow>();
    for (var b = reader.next(); b.isPresent(); b = reader.next()) {
      rows.addAll(fields.read(b.get()));
    }
    return rows;
  }

  private static List<TextBlock> blocks(byte[] bytes, BlockReader.Size size) {
    var reader = BlockReader.of(new ByteArrayInputStream(bytes), COMMA, size);
    var blocks = new ArrayList<TextBlock>();
    for (var b = reader.next(); b.isPresent(); b = reader.next()) {
      blocks.add(b.get());
    }
    return blocks;
  }
}
