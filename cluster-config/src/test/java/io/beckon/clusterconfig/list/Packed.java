package io.beckon.clusterconfig.list;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A plain CSV without quotes in every form that a list may come in. */
final class Packed {
  enum Content {
    CSV(FileKind.CSV, "UTF-8"),
    WINDOWS(FileKind.CSV, "windows-1252"),
    UTF_16LE(FileKind.CSV, "UTF-16LE"),
    UTF_16BE(FileKind.CSV, "UTF-16BE"),
    XLSX(FileKind.XLSX, "UTF-8"),
    XLS(FileKind.XLS, "UTF-8");

    final FileKind kind;
    final String charset;

    Content(FileKind kind, String charset) {
      this.kind = kind;
      this.charset = charset;
    }
  }

  private Packed() {}

  static byte[] file(String csv, Content content, @Nullable FileWrapper wrapper) {
    var bytes =
        switch (content) {
          case XLSX -> workbook(new XSSFWorkbook(), csv);
          case XLS -> workbook(new HSSFWorkbook(), csv);
          default -> csv.getBytes(Charset.forName(content.charset));
        };
    return wrapper == null ? bytes : wrapped(bytes, wrapper);
  }

  static byte[] wrapped(byte[] content, FileWrapper wrapper) {
    var out = new ByteArrayOutputStream();
    try (var packed =
        wrapper == FileWrapper.GZIP ? new GZIPOutputStream(out) : new ZipOutputStream(out)) {
      if (packed instanceof ZipOutputStream zip) {
        zip.putNextEntry(new ZipEntry("people/list.bin"));
      }
      packed.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Phone numbers are numbers of the sheet, as people type them. */
  private static byte[] workbook(Workbook book, String csv) {
    try (book;
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("People");
      int number = 0;
      for (var line : csv.split("\n", -1)) {
        var row = sheet.createRow(number++);
        var fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
          if (fields[i].startsWith("+")) {
            row.createCell(i).setCellValue(Double.parseDouble(fields[i]));
          } else {
            row.createCell(i).setCellValue(fields[i]);
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
