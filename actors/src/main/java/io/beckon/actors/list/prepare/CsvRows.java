package io.beckon.actors.list.prepare;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes the rows of a sheet as CSV in UTF-8. Blank rows become empty lines, which are no records,
 * so that line numbers in reports are the row numbers of the sheet.
 */
final class CsvRows implements AutoCloseable {
  /** The most that Excel has. */
  static final int MOST_ROWS = 1_048_576;

  private final OutputStream stream;
  private final Allowance written;
  private final StringBuilder record = new StringBuilder();
  private final int mostRows;
  private long line = 1;
  private int header;
  private int rows;

  /** So many rows as were wanted are written. */
  static final class EnoughRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private EnoughRows() {
      super("enough rows", null, false, false);
    }
  }

  /**
   * @param mostRows after which {@link EnoughRows} ends the reading
   */
  CsvRows(Path file, Allowance written, int mostRows) throws IOException {
    this.mostRows = mostRows;
    this.stream =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            1 << 16);
    this.written = written;
  }

  /**
   * Rows shorter than the first get empty cells; blank ones are left out.
   *
   * @param number of the row in the sheet, from 1
   */
  void row(long number, RowCells cells) {
    if (number > MOST_ROWS) {
      throw Refusals.badWorkbook("a sheet has more than 1,048,576 rows");
    }
    int width = cells.width();
    if (width == 0 && !cells.isTooLong()) {
      return;
    }
    record.setLength(0);
    for (; line < number; line++) {
      record.append('\n');
    }
    int begin = record.length();
    header = header == 0 ? width : header;
    for (int i = 0; i < Math.max(width, header) && record.length() < limit(begin); i++) {
      append(i, cells.get(i));
    }
    write(begin, cells.isTooLong());
    if (++rows >= mostRows) {
      throw new EnoughRows();
    }
  }

  boolean isEmpty() {
    return header == 0;
  }

  private static int limit(int begin) {
    return begin + 2 * RowCells.LONGEST;
  }

  private void append(int column, String cell) {
    if (column > 0) {
      record.append(',');
    }
    if (!isQuoted(cell)) {
      record.append(cell);
      return;
    }
    record.append('"').append(cell.replace("\"", "\"\"")).append('"');
  }

  private static boolean isQuoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void write(int begin, boolean tooLong) {
    var bytes = record.toString().getBytes(StandardCharsets.UTF_8);
    if (tooLong || bytes.length - begin >= RowCells.LONGEST) {
      record.setLength(begin);
      record.append("x".repeat(RowCells.LONGEST + 1));
      bytes = record.toString().getBytes(StandardCharsets.UTF_8);
    }
    line += 1 + lineBreaks(begin);
    try {
      written.use(bytes.length + 1L);
      stream.write(bytes);
      stream.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long lineBreaks(int begin) {
    long breaks = 0;
    for (int i = begin; i < record.length(); i++) {
      char c = record.charAt(i);
      boolean lineFeedNext = i + 1 < record.length() && record.charAt(i + 1) == '\n';
      breaks += c == '\n' || c == '\r' && !lineFeedNext ? 1 : 0;
    }
    return breaks;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
