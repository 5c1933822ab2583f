package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookTest {
  @TempDir Path directory;

  enum Kind {
    XLSX,
    XLS
  }

  private String text(Kind kind, Consumer<Workbook> fill) {
    return new Workroom(directory).text(kind == Kind.XLSX ? Made.xlsx(fill) : Made.xls(fill));
  }

  private static Cell cell(Row row, int column, String format) {
    var book = row.getSheet().getWorkbook();
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    var cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  @ParameterizedTest
  @EnumSource
  void writesCellsAsAPersonReadsThem(Kind kind) {
    var text =
        text(
            kind,
            book -> {
              var sheet = book.createSheet();
              var row = sheet.createRow(0);
              row.createCell(0).setCellValue(12125550123d);
              row.createCell(1).setCellValue(0.1 + 0.2);
              row.createCell(2).setCellValue(-1.5e-7);
              cell(row, 3, "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 11, 22));
              cell(row, 4, "d/m/yy h:mm").setCellValue(LocalDateTime.of(2026, 11, 22, 10, 30));
              cell(row, 5, "h:mm").setCellValue(0.75);
              row.createCell(6).setCellValue(true);
              row.createCell(7).setCellFormula("\"+1\"&\"2025550101\"");
              row.createCell(8).setCellFormula("12125550000+123");
              row.createCell(9).setCellFormula("1>2");
              cell(row, 10, "00000").setCellValue(1234);
              cell(row, 11, "#,##0.00").setCellValue(1234567.5);
              cell(row, 12, "0.00E+00").setCellValue(12125550123d);
              row.createCell(13).setCellValue("+1 212 555 0123");
              cell(row, 14, "yyyy").setCellValue(12125550123d);
              row.createCell(15).setCellFormula("1/0");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(text)
        .isEqualTo(
            "12125550123,0.3,-0.00000015,2026-11-22,2026-11-22T10:30:00,18:00:00,TRUE,"
                + "+12025550101,12125550123,FALSE,01234,1234567.5,12125550123,+1 212 555 0123,"
                + "12125550123,#DIV/0!\n");
  }

  @ParameterizedTest
  @EnumSource
  void keepsRowsOnTheLinesOfTheirNumbersAndAsWideAsTheHeader(Kind kind) {
    var text =
        text(
            kind,
            book -> {
              var sheet = book.createSheet();
              var header = sheet.createRow(2);
              header.createCell(0).setCellValue("phone");
              header.createCell(1).setCellValue("note");
              header.createCell(2).setCellValue("city");
              header.createCell(3).setCellValue("  ");
              sheet.createRow(3).createCell(0).setCellValue("1");
              sheet.createRow(5).createCell(1).setCellValue(" ");
              var row = sheet.createRow(8);
              row.createCell(0).setCellValue("2");
              row.createCell(1).setCellValue("a \"b\",\nc");
              row.createCell(4).setBlank();
              sheet.createRow(9).createCell(3).setCellValue("beyond");
            });
    assertThat(text)
        .isEqualTo("\n\nphone,note,city\n1,,\n\n\n\n\n2,\"a \"\"b\"\",\nc\",\n,,,beyond\n");
  }

  @ParameterizedTest
  @EnumSource
  void takesTheFirstVisibleSheetThatHoldsAnything(Kind kind) {
    var text =
        text(
            kind,
            book -> {
              book.createSheet("hidden").createRow(0).createCell(0).setCellValue("no");
              book.createSheet("very hidden").createRow(0).createCell(0).setCellValue("no");
              book.createSheet("empty").createRow(4).createCell(0).setCellValue(" ");
              book.createSheet("people").createRow(0).createCell(0).setCellValue("yes");
              book.createSheet("later").createRow(0).createCell(0).setCellValue("no");
              book.setActiveSheet(3);
              book.setSheetVisibility(0, SheetVisibility.HIDDEN);
              book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            });
    assertThat(text).isEqualTo("yes\n");
  }

  @ParameterizedTest
  @EnumSource
  void goesByTheOrderOfTheTabs(Kind kind) {
    var text =
        text(
            kind,
            book -> {
              book.createSheet("a").createRow(0).createCell(0).setCellValue("second");
              book.createSheet("b").createRow(0).createCell(0).setCellValue("first");
              book.setSheetOrder("b", 0);
            });
    assertThat(text).isEqualTo("first\n");
  }

  @Test
  void readsInlineAndRichTextsAndEscapes() {
    assertThat(
            new Workroom(directory)
                .text(
                    sheet(
                        "<row><c t=\"inlineStr\"><is><t>a&amp;b</t></is></c>"
                            + "<c t=\"inlineStr\"><is><r><t>c</t></r><r><t>d_x0041_</t></r>"
                            + "<rPh><t>no</t></rPh></is></c><c><v>1.2125550123E+10</v></c>"
                            + "<c t=\"d\"><v>2026-11-22</v></c><c t=\"e\"><v>#N/A</v></c></row>")))
        .isEqualTo("a&b,cdA,12125550123,2026-11-22,#N/A\n");
  }

  @Test
  void marksARowThatIsTooLongInsteadOfHoldingIt() {
    var text =
        new Workroom(directory)
            .text(
                sheet(
                    "<row><c t=\"inlineStr\"><is><t>phone</t></is></c></row><row>"
                        + ("<c t=\"inlineStr\"><is><t>" + "y\n".repeat(20_000) + "</t></is></c>")
                            .repeat(40)
                        + "</row><row><c><v>3</v></c></row>"));
    assertThat(text.lines().map(String::length)).containsExactly(5, 256 * 1024 + 1, 1);
  }

  @Test
  void refusesEntitiesAndPlacesThatNoSheetHas() {
    var room = new Workroom(directory);
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>";
    assertRefused(room, workbook(bomb + "<worksheet><sheetData>&a;</sheetData></worksheet>"));
    assertRefused(room, sheet("<row r=\"1048577\"><c><v>1</v></c></row>"));
    assertRefused(room, sheet("<row r=\"99999999999\"><c><v>1</v></c></row>"));
    assertRefused(room, sheet("<row><c r=\"XFE1\"><v>1</v></c></row>"));
    assertRefused(room, sheet("<row><c r=\"1\"><v>1</v></c></row>"));
    assertRefused(room, sheet("<row><c t=\"s\"><v>7</v></c></row>"));
    assertRefused(room, sheet("<row a=\"" + "x".repeat(9 << 20) + "\"><c><v>1</v></c></row>"));
    assertRefused(room, workbook("<worksheet><sheetData><row>"));
  }

  private static void assertRefused(Workroom room, byte[] file) {
    assertThatThrownBy(() -> room.prepare(file))
        .isInstanceOf(BadFileException.class)
        .hasMessageStartingWith("BAD_WORKBOOK");
  }

  private static byte[] sheet(String rows) {
    return Made.zip(Workbooks.parts(rows));
  }

  private static byte[] workbook(String sheet) {
    return Made.zip(Workbooks.withSheet(sheet));
  }
}
