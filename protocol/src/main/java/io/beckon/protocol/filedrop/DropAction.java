package io.beckon.protocol.filedrop;

/** What becomes of a file that was dropped. */
public enum DropAction {
  /** Into the named list, else into the list of the file's name, which is made if need be. */
  IMPORT_CONTACTS,
  IMPORT_SUPPRESSION
}
