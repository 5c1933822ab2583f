package io.beckon.protocol.filedrop;

/** What is done with a place. */
public enum DropAction {
  /** Into the named list, else into the list of the file's name, which is made if need be. */
  IMPORT_CONTACTS,
  IMPORT_SUPPRESSION,
  /** Writes the named contact list there, by a cron. */
  EXPORT_CONTACTS
}
