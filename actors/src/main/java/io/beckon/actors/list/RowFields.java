package io.beckon.actors.list;

import java.util.List;

/** Reads the records of a block as fields; each piece of it becomes one row. */
interface RowFields {
  List<ReadRow> read(TextBlock block);
}
