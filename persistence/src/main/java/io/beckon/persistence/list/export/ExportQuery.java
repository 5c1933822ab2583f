package io.beckon.persistence.list.export;

import java.util.List;

/**
 * What stands in an exported file.
 *
 * @param header names of the columns, empty for none
 * @param select the rows, without placeholders: {@code COPY} takes none
 * @param defuse whether names that a spreadsheet would run get an apostrophe before them
 */
public record ExportQuery(List<String> header, String select, boolean defuse) {
  public ExportQuery {
    header = List.copyOf(header);
  }
}
