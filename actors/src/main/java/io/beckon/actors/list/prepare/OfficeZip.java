package io.beckon.actors.list.prepare;

import java.util.zip.ZipFile;

/** Tells workbooks and other documents, which are ZIP files too, from archives. */
final class OfficeZip {
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private OfficeZip() {}

  /** Whether it is a workbook of Excel 2007; documents of other programs are refused. */
  static boolean isWorkbook(ZipFile zip) {
    if (zip.getEntry(CONTENT_TYPES) != null) {
      refuse(zip, "xl/workbook.bin", "a binary Excel workbook (XLSB)");
      refuse(zip, "word/document.xml", "a Word document");
      refuse(zip, "ppt/presentation.xml", "a PowerPoint presentation");
      return zip.getEntry("_rels/.rels") != null;
    }
    if (zip.getEntry("mimetype") != null) {
      refuse(zip, "content.xml", "an OpenDocument file");
    }
    refuse(zip, "Index/Document.iwa", "a Numbers workbook");
    return false;
  }

  private static void refuse(ZipFile zip, String entry, String what) {
    if (zip.getEntry(entry) != null) {
      throw Refusals.unsupported("The file is " + what + ", which is not read.");
    }
  }
}
