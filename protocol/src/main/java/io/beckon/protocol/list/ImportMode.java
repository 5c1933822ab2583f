package io.beckon.protocol.list;

/** What becomes of the contacts that are on the list already. */
public enum ImportMode {
  /** They stay as they are; new ones come to them. */
  APPEND,
  /** A row whose key is on the list changes that contact; other rows come to the list. */
  UPDATE,
  /** They go, all at once, when the import is completed; until then they are the list. */
  REPLACE
}
