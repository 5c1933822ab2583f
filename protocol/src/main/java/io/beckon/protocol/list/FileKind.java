package io.beckon.protocol.list;

/** What the rows of a file were written in. */
public enum FileKind {
  /** Delimited text, whatever the delimiter. */
  CSV,
  /** A workbook of Excel 2007 or later: XLSX, XLSM, XLTX. */
  XLSX,
  /** A workbook of Excel 97 to 2003. */
  XLS
}
