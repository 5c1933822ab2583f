package io.beckon.actors.list.prepare;

import java.io.IOException;

/** Reads the cells of a sheet of an XLSX workbook, row after row. */
final class SheetRows {
  private final SharedStrings strings;
  private final Styles styles;
  private final boolean from1904;
  private final RowCells cells = new RowCells();
  private final RichText inline = new RichText();
  private final StringBuilder value = new StringBuilder();
  private long row;
  private int column;
  private String type = "n";
  private int style;
  private boolean inValue;

  SheetRows(SharedStrings strings, Styles styles, boolean from1904) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
  }

  void write(XmlPart sheet, CsvRows to) throws IOException {
    row = 0;
    while (sheet.next()) {
      if (sheet.begins("row")) {
        var number = sheet.attribute("r");
        row = number == null ? row + 1 : Math.max(row + 1, Numbers.whole(number));
        column = -1;
        cells.clear();
      } else if (sheet.ends("row")) {
        to.row(row, cells);
      } else {
        cell(sheet);
      }
    }
  }

  private void cell(XmlPart sheet) throws IOException {
    inline.take(sheet, "c");
    if (sheet.begins("c")) {
      var place = sheet.attribute("r");
      column = place == null ? column + 1 : Numbers.column(place);
      type = sheet.attribute("t", "n");
      style = Numbers.whole(sheet.attribute("s", "0"));
      value.setLength(0);
    } else if (sheet.begins("v") || sheet.ends("v")) {
      inValue = sheet.begins("v");
    } else if (inValue) {
      sheet.appendText(value);
    } else if (sheet.ends("c")) {
      cells.set(column, text());
    }
  }

  private String text() throws IOException {
    if (type.equals("inlineStr")) {
      return inline.text();
    }
    var text = value.toString();
    if (text.isBlank()) {
      return type.equals("str") ? text : "";
    }
    return switch (type) {
      case "s" -> strings.get(Numbers.whole(text));
      case "b" -> text.strip().equals("0") ? "FALSE" : "TRUE";
      case "str" -> RichText.unescaped(text);
      case "n" -> number(text.strip());
      default -> text;
    };
  }

  private String number(String text) {
    if (text.length() > 60) {
      return text;
    }
    try {
      return styles.format(style).text(Double.parseDouble(text), from1904);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
