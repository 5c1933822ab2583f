package io.beckon.protocol.list;

/** What becomes of columns that a mapping does not name. */
public enum OtherColumns {
  /** Kept under their names. */
  KEEP,
  DROP
}
