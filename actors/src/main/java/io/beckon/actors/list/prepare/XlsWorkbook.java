package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads the first visible sheet with content of a workbook of Excel 97 to 2003. */
final class XlsWorkbook {
  /** Its texts are held in memory; 65,536 rows of usual contacts are a tenth of it. */
  private static final long LARGEST = 64L << 20;

  private XlsWorkbook() {}

  static void write(Path file, Path to, Allowance written, int mostRows) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new BadFileException(
          "WORKBOOK_TOO_LARGE",
          "The XLS workbook has %,d bytes, more than %,d.".formatted(Files.size(file), LARGEST),
          "Save it as XLSX or as CSV in UTF-8, which may be of any size.");
    }
    try (var book = new POIFSFileSystem(file.toFile(), true);
        var rows = new CsvRows(to, written, mostRows)) {
      refuseOthers(book);
      var sheets = new XlsSheets();
      pass(book, sheets);
      pass(book, new XlsRows(rows, sheets.chosen()));
    } catch (EncryptedDocumentException e) {
      throw Refusals.locked("workbook");
    } catch (BadFileException | UncheckedIOException | CsvRows.EnoughRows e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Refusals.badWorkbook(e);
    }
  }

  private static void pass(POIFSFileSystem book, XlsRecords listener) throws IOException {
    var request = new HSSFRequest();
    request.addListenerForAllRecords(listener);
    new HSSFEventFactory().processWorkbookEvents(request, book);
    listener.refuseIfCut();
    listener.ended();
  }

  private static void refuseOthers(POIFSFileSystem document) {
    var root = document.getRoot();
    if (root.hasEntry("EncryptedPackage")) {
      throw Refusals.locked("workbook");
    }
    if (root.hasEntry("WordDocument")) {
      throw Refusals.unsupported("The file is an old Word document, which is not read.");
    }
    boolean workbook = root.hasEntry("Workbook") || root.hasEntry("WORKBOOK");
    if (!workbook && root.hasEntry("Book")) {
      throw Refusals.unsupported("The file is a workbook of Excel 95 or older.");
    }
    if (!workbook) {
      throw Refusals.unsupported("The file is an old Office document without a workbook.");
    }
  }
}
