package io.beckon.protocol.list;

/** What a running import is at. */
public enum ImportPhase {
  /** Looked at, decrypted, unpacked, read out of its workbook. */
  PREPARING,
  /** Rows are read and written. */
  LOADING,
  /** All rows are in; they are put in force and made ready to be found. */
  FINISHING
}
