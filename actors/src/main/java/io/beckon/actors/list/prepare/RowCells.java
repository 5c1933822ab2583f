package io.beckon.actors.list.prepare;

import java.util.ArrayList;
import java.util.List;

/** The cells of one row of a sheet, in bounded memory: a row that is too long is only marked. */
final class RowCells {
  /** The most that Excel has: up to XFD. */
  static final int MOST_COLUMNS = 16_384;

  /** Characters; as many bytes of one record are not read (ByteWindow). */
  static final int LONGEST = 256 * 1024;

  private final List<String> cells = new ArrayList<>();
  private int characters;

  void clear() {
    cells.clear();
    characters = 0;
  }

  /**
   * @param column from 0
   */
  void set(int column, String text) {
    if (column >= MOST_COLUMNS) {
      throw Refusals.badWorkbook("a row has more than 16,384 columns");
    }
    if (text.isEmpty() || isTooLong()) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    characters += text.length() - cells.get(column).length();
    cells.set(column, isTooLong() ? "" : text);
  }

  boolean isTooLong() {
    return characters >= LONGEST;
  }

  /** Cells up to the last that is not blank. */
  int width() {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  String get(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  int column() {
    return cells.size();
  }
}
