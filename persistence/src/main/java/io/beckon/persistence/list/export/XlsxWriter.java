package io.beckon.persistence.list.export;

import akka.util.ByteString;
import io.beckon.protocol.list.ExportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook whose cells are texts, written from the first row to the last without keeping any. A
 * text is never a formula; one that begins like one carries the mark of a typed apostrophe too.
 */
final class XlsxWriter implements FileWriter {
  /** What a sheet of Office Open XML holds; further rows go to further sheets. */
  static final int MOST_ROWS = 1_048_576;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(CopySource.PIECE * 2);
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private final SheetXml xml;
  private final boolean hasHeader;
  private final int mostRows;
  private byte[] header = {};
  private int sheets;
  private int rows;

  XlsxWriter(ExportOptions options) {
    this(options, MOST_ROWS);
  }

  XlsxWriter(ExportOptions options, int mostRows) {
    this.xml = new SheetXml(!options.keepFormulas());
    this.hasHeader = options.header();
    this.mostRows = mostRows;
    zip.setLevel(Deflater.BEST_SPEED);
  }

  @Override
  public String copyOptions() {
    return "FORMAT text";
  }

  @Override
  public void row(byte[] copied) throws IOException {
    if (sheets == 0 || rows == mostRows) {
      beginSheet();
    }
    var row = xml.row(copied);
    if (hasHeader && sheets == 1 && rows == 0) {
      header = Arrays.copyOf(row, row.length);
    }
    zip.write(row);
    rows++;
  }

  private void beginSheet() throws IOException {
    endSheet();
    sheets++;
    rows = 0;
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
    zip.write(SheetXml.BEGIN);
    if (header.length > 0) {
      zip.write(header);
      rows = 1;
    }
  }

  private void endSheet() throws IOException {
    if (sheets > 0) {
      zip.write(SheetXml.END);
      zip.closeEntry();
    }
  }

  @Override
  public int waiting() {
    return bytes.size();
  }

  @Override
  public ByteString take() {
    var taken = ByteString.fromArrayUnsafe(bytes.toByteArray());
    bytes.reset();
    return taken;
  }

  @Override
  public void end() throws IOException {
    if (sheets == 0) {
      beginSheet();
    }
    endSheet();
    for (var part : WorkbookParts.of(sheets).entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.close();
  }
}
