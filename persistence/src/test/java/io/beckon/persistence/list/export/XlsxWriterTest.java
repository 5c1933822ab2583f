package io.beckon.persistence.list.export;

import static org.assertj.core.api.Assertions.assertThat;

import akka.util.ByteString;
import io.beckon.protocol.list.ExportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
  private static final ExportOptions HEADED = ExportOptions.of("XLSX", null, null, null, null);
  private static final ExportOptions BARE = ExportOptions.of("XLSX", null, null, "false", null);

  @Test
  void whatASheetCannotHoldGoesToTheNextWithItsHeader() throws IOException {
    var parts = written(new XlsxWriter(HEADED, 3), "name", "a", "b", "c", "d", "e");

    assertThat(texts(parts.get("xl/worksheets/sheet1.xml"))).isEqualTo("name|a|b|");
    assertThat(texts(parts.get("xl/worksheets/sheet2.xml"))).isEqualTo("name|c|d|");
    assertThat(texts(parts.get("xl/worksheets/sheet3.xml"))).isEqualTo("name|e|");
    assertThat(parts.get("xl/workbook.xml"))
        .contains("sheetId=\"3\"")
        .doesNotContain("sheetId=\"4\"");
    assertThat(parts.get("[Content_Types].xml")).contains("/xl/worksheets/sheet3.xml");
  }

  @Test
  void withoutAHeaderEverySheetIsFull() throws IOException {
    var parts = written(new XlsxWriter(BARE, 2), "a", "b", "c");

    assertThat(texts(parts.get("xl/worksheets/sheet1.xml"))).isEqualTo("a|b|");
    assertThat(texts(parts.get("xl/worksheets/sheet2.xml"))).isEqualTo("c|");
  }

  @Test
  void aListWithoutRowsIsAWorkbookAllTheSame() throws IOException {
    assertThat(texts(written(new XlsxWriter(BARE)).get("xl/worksheets/sheet1.xml"))).isEmpty();
  }

  @Test
  void whatXmlCannotHoldIsEscaped() throws IOException {
    var sheet =
        written(new XlsxWriter(BARE), "a\u0001\\r<&>_x0041_\\\\").get("xl/worksheets/sheet1.xml");

    assertThat(texts(sheet)).isEqualTo("a_x0001__x000D_&lt;&amp;&gt;_x005F_x0041_\\|");
  }

  private static Map<String, String> written(XlsxWriter writer, String... rows) throws IOException {
    var bytes = ByteString.emptyByteString();
    for (var row : rows) {
      writer.row((row + "\n").getBytes(StandardCharsets.UTF_8));
      bytes = bytes.concat(writer.take());
    }
    writer.end();
    bytes = bytes.concat(writer.take());
    Map<String, String> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static String texts(String sheet) {
    return sheet
        .replaceAll("<\\?xml[^>]*>\\n", "")
        .replaceAll("</t>", "|")
        .replaceAll("<[^>]*>", "");
  }
}
