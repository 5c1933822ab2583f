package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FoundColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a file, where its rows begin and how they are read.
 *
 * @param columns of what {@code rows} reads, in its order
 * @param found columns of the file, in its order
 * @param data the first byte behind the header
 * @param raw reads rows in the order of {@code found}
 */
record FileLayout(
    List<Column> columns,
    List<FoundColumn> found,
    BlockReader.Place data,
    RecordCut cut,
    RowFields raw,
    RowFields rows) {
  static final BlockReader.Size ONE_RECORD = new BlockReader.Size(1, 1);

  static FileLayout read(Path file, FileFormat format, Wanted wanted) throws IOException {
    var mapping = wanted.mapping();
    if (mapping != null) {
      return MappedLayout.of(mapping, wanted, format).read(file);
    }
    var cut = RecordCut.at(format);
    var start = new BlockReader.Place(format.start(), 1, 0);
    try (var reader = BlockReader.open(file, start, cut, ONE_RECORD)) {
      var rows = new BlockFields(format, cut);
      var names = header(reader, rows);
      var columns =
          wanted.contacts()
              ? ofContacts(names, wanted)
              : Header.ofSuppressions(names, wanted.clientIds());
      return new FileLayout(columns, found(names, columns), reader.data(), cut, rows, rows);
    }
  }

  private static List<Column> ofContacts(List<String> names, Wanted wanted) {
    return Terms.needDevices(wanted.options()) ? Header.ofContacts(names) : Header.ofChanges(names);
  }

  /** The columns by whatever names they have, though no device may be among them. */
  static FileLayout asItStands(Path file, FileFormat format, Wanted wanted) throws IOException {
    var mapping = wanted.mapping();
    var cut = RecordCut.at(format, wanted.cutting());
    var start = new BlockReader.Place(format.start(), 1, 0);
    try (var reader = BlockReader.open(file, start, cut, ONE_RECORD)) {
      for (int i = 0; mapping != null && i < mapping.linesToSkip(); i++) {
        reader.skipLine();
      }
      var rows = new BlockFields(format, cut);
      boolean headless = mapping != null && !mapping.hasHeader();
      var data = reader.data();
      var first = header(reader, rows);
      Header.refuseTooMany(first.size());
      var columns =
          headless ? List.<FoundColumn>of() : found(first, Header.columns(first, wanted.kind()));
      return new FileLayout(List.of(), columns, headless ? data : reader.data(), cut, rows, rows);
    }
  }

  /** The fields of the next record, which are names. */
  static List<String> header(BlockReader reader, RowFields rows) {
    var block = reader.next().orElseThrow(FileLayout::empty);
    if (block.pieces().isEmpty()) {
      throw empty();
    }
    var header = rows.read(block).get(0);
    if (header.issue() != null) {
      throw new BadFileException(
          "BAD_HEADER",
          "The header line " + header.issue().reason() + ".",
          "Mend the first line of the file and send it again.");
    }
    return header.fields();
  }

  private static List<FoundColumn> found(List<String> names, List<Column> columns) {
    List<FoundColumn> found = new ArrayList<>(columns.size());
    Map<ColumnRole, Integer> devices = new EnumMap<>(ColumnRole.class);
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var field = column.role().field();
      if (column.role().isDevice()) {
        field += devices.merge(column.role(), 1, Integer::sum);
      }
      found.add(
          new FoundColumn(i + 1, names.get(i), null, null, field == null ? column.name() : field));
    }
    return found;
  }

  static BadFileException empty() {
    return new BadFileException(
        "EMPTY_FILE", "The file holds no text.", "Send a file with a header line and rows.");
  }
}
