package io.beckon.protocol.filedrop;

import io.beckon.protocol.list.ImportKind;

/** What is done with a place. */
public enum DropAction {
  /** Into the named list, else into the list of the file's name, which is made if need be. */
  IMPORT_CONTACTS(ImportKind.CONTACTS),
  IMPORT_SUPPRESSION(ImportKind.SUPPRESSION),
  /** Writes the named contact list there, by a cron. */
  EXPORT_CONTACTS(ImportKind.CONTACTS),
  EXPORT_SUPPRESSION(ImportKind.SUPPRESSION);

  private final ImportKind lists;

  DropAction(ImportKind lists) {
    this.lists = lists;
  }

  /** Of the lists that are filled or written. */
  public ImportKind lists() {
    return lists;
  }

  /** Whether something is written to the place, not taken from it. */
  public boolean exports() {
    return this == EXPORT_CONTACTS || this == EXPORT_SUPPRESSION;
  }
}
