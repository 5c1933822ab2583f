package io.beckon.protocol.list;

/** The reports of an import, each with one line a row, or a device, of the file. */
public enum ImportReport {
  /** Rows that were refused. */
  REJECTS,
  /** What was left out of rows that were taken. */
  WARNINGS,
  /** Rows that the file or the list has already, and where. */
  DUPLICATES,
  /** Rows that a selection rule keeps out, and which. */
  FILTERED
}
