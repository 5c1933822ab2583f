package io.beckon.protocol.list;

/** What becomes of the contacts that are on the list already. */
public enum ImportMode {
  /** They stay as they are; new ones come to them. */
  APPEND,
  UPDATE,
  REPLACE
}
