package io.beckon.bench.kills;

import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** What kind of load it is whose loader is killed. */
enum Trial {
  APPEND,
  UPDATE,
  REPLACE,
  SUPPRESSION,
  ZIP,
  WORKBOOK,
  PGP;

  private static final int MOST_ROWS_OF_A_SHEET = 60_000;

  ImportKind kind() {
    return this == SUPPRESSION ? ImportKind.SUPPRESSION : ImportKind.CONTACTS;
  }

  /** Whether the list holds something before. */
  boolean hasPredecessor() {
    return this == UPDATE || this == REPLACE || this == APPEND;
  }

  ImportOptions options() {
    var mode =
        switch (this) {
          case UPDATE -> ImportMode.UPDATE;
          case REPLACE -> ImportMode.REPLACE;
          default -> ImportMode.APPEND;
        };
    return new ImportOptions("US", null, null, null, null, mode, null, null, null, null);
  }

  /**
   * @param seed another one gives other numbers to some of the same Client IDs
   */
  byte[] file(int rows, int seed, LoadingWorld world, PgpKey key) throws IOException {
    var text = people(this == WORKBOOK ? Math.min(rows, MOST_ROWS_OF_A_SHEET) : rows, seed);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (this) {
      case ZIP -> zip(bytes);
      case WORKBOOK -> workbook(text);
      case PGP ->
          LoadingWorld.now(
                  Source.single(ByteString.fromArray(bytes))
                      .via(key.sealing())
                      .runWith(
                          Sink.fold(ByteString.emptyByteString(), ByteString::concat),
                          world.system()))
              .toArray();
      default -> bytes;
    };
  }

  /** Some without a number that could be used, some twice, some of many lines. */
  static String people(int rows, int seed) {
    var random = new Random(seed);
    var text = new StringBuilder("phone,mobile,client id,first name,note\n");
    for (int i = 0; i < rows; i++) {
      int number = random.nextInt(rows * 3);
      text.append(number % 60 == 0 ? "n/a" : "+1202%07d".formatted(2_000_000 + number));
      text.append(i % 3 == 0 ? ",,C" : ",+1305%07d,C".formatted(2_000_000 + i)).append(i * seed);
      text.append(i % 7 == 0 ? ",Zoë,two words\n" : ",Ann,\n");
    }
    return text.toString();
  }

  private static byte[] zip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("people.csv"));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] workbook(String text) throws IOException {
    try (var book = new HSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("People");
      int number = 0;
      for (var line : text.split("\n")) {
        var row = sheet.createRow(number++);
        var cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }
}
