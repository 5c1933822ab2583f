package io.beckon.protocol.list;

/** What kind of list an import fills. */
public enum ImportKind {
  CONTACTS,
  SUPPRESSION
}
