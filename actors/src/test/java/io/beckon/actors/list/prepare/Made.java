package io.beckon.actors.list.prepare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as other programs make them. */
final class Made {
  private Made() {}

  static byte[] xlsx(Consumer<Workbook> fill) {
    return saved(new XSSFWorkbook(), fill);
  }

  static byte[] xls(Consumer<Workbook> fill) {
    return saved(new HSSFWorkbook(), fill);
  }

  /** A sheet with the fields of a plain CSV as texts. */
  static Consumer<Workbook> sheetOf(String csv) {
    return book -> {
      var sheet = book.createSheet("People");
      int number = 0;
      for (var line : csv.lines().toList()) {
        var row = sheet.createRow(number++);
        var fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
          row.createCell(i).setCellValue(fields[i]);
        }
      }
    };
  }

  private static byte[] saved(Workbook book, Consumer<Workbook> fill) {
    try (book;
        var out = new ByteArrayOutputStream()) {
      fill.accept(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] text(String text, Charset charset) {
    return text.getBytes(charset);
  }

  static byte[] utf8(String text) {
    return text(text, StandardCharsets.UTF_8);
  }
}
