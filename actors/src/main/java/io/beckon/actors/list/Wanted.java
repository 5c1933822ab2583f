package io.beckon.actors.list;

import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file are to become.
 *
 * @param clientIds a suppression list of Client IDs, not of devices
 */
record Wanted(ImportKind kind, boolean clientIds, ImportOptions options, FileKind file) {
  @Nullable DataMapping mapping() {
    return options.mapping();
  }

  boolean contacts() {
    return kind == ImportKind.CONTACTS;
  }

  boolean workbook() {
    return file != FileKind.CSV;
  }

  /** Sheets were written anew with commas and double quotes, whatever the mapping says. */
  @Nullable DataMapping cutting() {
    return workbook() ? null : mapping();
  }
}
