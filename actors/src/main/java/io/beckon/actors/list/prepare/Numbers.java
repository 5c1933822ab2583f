package io.beckon.actors.list.prepare;

/** Reads the numbers that a workbook's XML consists of. */
final class Numbers {
  private Numbers() {}

  static int whole(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw Refusals.badWorkbook("a number was expected in its XML, found " + shown(text));
    }
  }

  /** Column of a reference such as AB12, from 0. */
  static int column(String reference) {
    int column = 0;
    int i = 0;
    for (; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    if (column == 0) {
      throw Refusals.badWorkbook("a cell's place is " + shown(reference));
    }
    return column - 1;
  }

  private static String shown(String text) {
    return "\"" + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + "\"";
  }
}
