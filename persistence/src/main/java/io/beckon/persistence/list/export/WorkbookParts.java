package io.beckon.persistence.list.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a workbook holds beside its sheets. */
final class WorkbookParts {
  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINK =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String LINKS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookParts() {}

  static Map<String, String> of(int sheets) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("xl/styles.xml", XML + styles());
    parts.put("xl/workbook.xml", XML + workbook(sheets));
    parts.put("xl/_rels/workbook.xml.rels", XML + links(sheets));
    parts.put(
        "_rels/.rels",
        XML
            + LINKS
            + "<Relationship Id=\"rId1\" Type=\""
            + LINK
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put("[Content_Types].xml", XML + types(sheets));
    return parts;
  }

  /** Style 0 is text as it is, style 1 text behind an apostrophe. */
  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills"
        + " count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill"
        + " patternType=\"gray125\"/></fill></fills><borders"
        + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
        + " count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"49\""
        + " xfId=\"0\"/><xf numFmtId=\"49\" quotePrefix=\"1\" xfId=\"0\"/></cellXfs></styleSheet>";
  }

  private static String workbook(int sheets) {
    return "<workbook xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + LINK
        + "\"><sheets>"
        + each(sheets, "<sheet name=\"List %1$d\" sheetId=\"%1$d\" r:id=\"rId%1$d\"/>")
        + "</sheets></workbook>";
  }

  private static String links(int sheets) {
    return LINKS
        + each(
            sheets,
            "<Relationship Id=\"rId%1$d\" Type=\""
                + LINK
                + "/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>")
        + "<Relationship Id=\"rId"
        + (sheets + 1)
        + "\" Type=\""
        + LINK
        + "/styles\" Target=\"styles.xml\"/></Relationships>";
  }

  private static String types(int sheets) {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
        + TYPE
        + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
        + TYPE
        + "styles+xml\"/>"
        + each(
            sheets,
            "<Override PartName=\"/xl/worksheets/sheet%1$d.xml\" ContentType=\""
                + TYPE
                + "worksheet+xml\"/>")
        + "</Types>";
  }

  private static String each(int sheets, String element) {
    return IntStream.rangeClosed(1, sheets)
        .mapToObj(element::formatted)
        .collect(Collectors.joining());
  }
}
