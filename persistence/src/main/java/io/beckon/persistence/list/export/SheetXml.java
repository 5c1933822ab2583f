package io.beckon.persistence.list.export;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Turns a row in the text format of {@code COPY} into one of a sheet. */
final class SheetXml {
  static final byte[] BEGIN =
      bytes(
          WorkbookParts.XML
              + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<sheetData>");
  static final byte[] END = bytes("</sheetData></worksheet>");

  /** Characters a cell holds (Office Open XML; Excel calls a longer one damage). */
  private static final int LONGEST = 32_767;

  private static final String RISKY = "\t\n\r+-=@\uff0b\uff0d\uff1d\uff20";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  /** What looks like an escaped character and is none. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final boolean marked;
  private final StringBuilder xml = new StringBuilder(1024);
  private final StringBuilder cell = new StringBuilder(128);

  /**
   * @param marked whether a text that begins like a formula gets the mark of a typed apostrophe
   */
  SheetXml(boolean marked) {
    this.marked = marked;
  }

  byte[] row(byte[] copied) {
    var line = new String(copied, StandardCharsets.UTF_8);
    int end = line.endsWith("\n") ? line.length() - 1 : line.length();
    xml.setLength(0);
    xml.append("<row>");
    for (int from = 0; from <= end; ) {
      int tab = line.indexOf('\t', from);
      int till = tab < 0 || tab > end ? end : tab;
      cell(line, from, till);
      from = till + 1;
    }
    return bytes(xml.append("</row>").toString());
  }

  private void cell(String line, int from, int till) {
    if (till == from || till - from == 2 && line.startsWith("\\N", from)) {
      xml.append("<c/>");
      return;
    }
    var text = unescaped(line, from, till);
    boolean risky = marked && RISKY.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    xml.append(risky ? "<c s=\"1\" t=\"inlineStr\">" : "<c t=\"inlineStr\">")
        .append("<is><t xml:space=\"preserve\">");
    escaped(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    xml.append("</t></is></c>");
  }

  private String unescaped(String line, int from, int till) {
    int slash = line.indexOf('\\', from);
    if (slash < 0 || slash >= till) {
      return line.substring(from, till);
    }
    cell.setLength(0);
    for (int i = from; i < till; i++) {
      char c = line.charAt(i);
      cell.append(c == '\\' && i + 1 < till ? meant(line.charAt(++i)) : c);
    }
    return cell.toString();
  }

  private static char meant(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\013';
      default -> escape;
    };
  }

  private void escaped(String text) {
    var plain = text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F_");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '\r', '\ufffe', '\uffff' -> code(c);
        default -> {
          if (c < ' ' && c != '\n' && c != '\t') {
            code(c);
          } else {
            xml.append(c);
          }
        }
      }
    }
  }

  private void code(char c) {
    xml.append("_x").append("%04X".formatted((int) c)).append('_');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
