package io.beckon.actors.list.prepare;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** XLSX workbooks of hand-made XML, small or large. */
final class Workbooks {
  private static final String TYPE = "http://x/officeDocument/2006/relationships/";

  private Workbooks() {}

  /** A workbook of one sheet with these rows, and with two shared texts. */
  static Map<String, byte[]> parts(String rows) {
    return withSheet("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  static Map<String, byte[]> withSheet(String sheet) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    frame(parts);
    parts.put("xl/one.xml", bytes(sheet));
    parts.put("xl/texts.xml", bytes("<sst><si><t>a</t></si><si><t>b</t></si></sst>"));
    return parts;
  }

  private static void frame(Map<String, byte[]> parts) {
    parts.put("[Content_Types].xml", bytes("<Types/>"));
    parts.put("_rels/.rels", bytes(relations(relation("r1", "officeDocument", "/xl/book.xml"))));
    parts.put(
        "xl/book.xml",
        bytes("<workbook xmlns:r=\"r\"><sheets><sheet r:id=\"r1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/book.xml.rels",
        bytes(
            relations(
                relation("r1", "worksheet", "one.xml")
                    + relation("r2", "sharedStrings", "texts.xml"))));
  }

  /** A workbook of many rows of {@code columns} texts, each text another. */
  static void large(Path file, int rows, int columns) throws IOException {
    Map<String, byte[]> frame = new LinkedHashMap<>();
    frame(frame);
    try (var zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (var part : frame.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.putNextEntry(new ZipEntry("xl/texts.xml"));
      zip.write(bytes("<sst>"));
      for (int i = 0; i < rows * columns; i++) {
        zip.write(bytes("<si><t>" + textAt(i) + "</t></si>"));
      }
      zip.write(bytes("</sst>"));
      zip.putNextEntry(new ZipEntry("xl/one.xml"));
      zip.write(bytes("<worksheet><sheetData>"));
      for (int row = 0; row < rows; row++) {
        var cells = new StringBuilder("<row r=\"" + (row + 1) + "\">");
        for (int i = 0; i < columns; i++) {
          cells.append("<c t=\"s\"><v>").append(row * columns + i).append("</v></c>");
        }
        zip.write(bytes(cells.append("</row>").toString()));
      }
      zip.write(bytes("</sheetData></worksheet>"));
    }
  }

  static String textAt(int number) {
    return "text number " + number + " of a person who is called " + number * 31L;
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, TYPE + type, target);
  }

  private static String relations(String each) {
    return "<Relationships>" + each + "</Relationships>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
