package io.beckon.actors.list;

import io.beckon.actors.list.PickedFields.Width;
import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.FieldNames;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FoundColumn;
import io.beckon.protocol.list.MappedColumn;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the columns of a file where a mapping says they stand. */
final class MappedLayout {
  private final DataMapping mapping;
  private final Wanted wanted;
  private final FileFormat format;
  private final List<MappedColumn> ordered;

  private MappedLayout(DataMapping mapping, Wanted wanted, FileFormat format) {
    this.mapping = mapping;
    this.wanted = wanted;
    this.format = format;
    this.ordered = mapping.ordered();
  }

  static MappedLayout of(DataMapping mapping, Wanted wanted, FileFormat format) {
    boolean clientIds =
        mapping.columns().stream().anyMatch(c -> c.role(wanted.kind()) == ColumnRole.CLIENT_ID);
    boolean devices = mapping.columns().stream().anyMatch(c -> c.role(wanted.kind()).isDevice());
    if (wanted.clientIds() && !clientIds) {
      throw lacks(mapping, "NO_CLIENT_ID_COLUMN", "clientId");
    }
    if (!wanted.clientIds() && !devices) {
      throw lacks(mapping, "NO_DEVICE_COLUMN", "device1");
    }
    return new MappedLayout(mapping, wanted, format);
  }

  FileLayout read(Path file) throws IOException {
    var cut = mapping.hasFixedFields() ? RecordCut.LINES : RecordCut.at(format, wanted.cutting());
    var start = new BlockReader.Place(format.start(), 1, 0);
    try (var reader = BlockReader.open(file, start, cut, FileLayout.ONE_RECORD)) {
      for (int i = 0; i < mapping.linesToSkip(); i++) {
        reader.skipLine();
      }
      return mapping.hasFixedFields() ? fixed(reader) : delimited(reader, cut);
    }
  }

  private FileLayout fixed(BlockReader reader) {
    if (mapping.hasHeader()) {
      reader.next();
    }
    var data = reader.data();
    if (reader.next().isEmpty()) {
      throw FileLayout.empty();
    }
    var charset = Charset.forName(format.charset());
    var byPlace =
        mapping.columns().stream().sorted(Comparator.comparingInt(MappedColumn::till)).toList();
    return new FileLayout(
        ordered.stream().map(c -> new Column(c.field(), c.role(wanted.kind()))).toList(),
        byPlace.stream().map(MappedLayout::fixed).toList(),
        data,
        RecordCut.LINES,
        new FixedFields(charset, byPlace),
        new FixedFields(charset, ordered));
  }

  private static FoundColumn fixed(MappedColumn column) {
    return new FoundColumn(null, null, column.from(), column.length(), column.field());
  }

  private FileLayout delimited(BlockReader reader, RecordCut cut) {
    var fields = new BlockFields(format, cut);
    if (mapping.hasHeader()) {
      var names = FileLayout.header(reader, fields);
      Header.refuseTooMany(names.size());
      return picked(names, names.size(), reader.data(), cut, fields);
    }
    var data = reader.data();
    var block = reader.next().filter(b -> !b.pieces().isEmpty()).orElseThrow(FileLayout::empty);
    int width = Math.max(fields.read(block).get(0).fields().size(), lastPosition());
    Header.refuseTooMany(width);
    return picked(List.of(), width, data, cut, fields);
  }

  /**
   * @param names of the header; empty where there is none
   */
  private FileLayout picked(
      List<String> names, int width, BlockReader.Place data, RecordCut cut, RowFields fields) {
    List<Integer> picks = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (var column : ordered) {
      int pick = place(column, names, width);
      picks.add(pick);
      var role = column.role(wanted.kind());
      boolean other = role == ColumnRole.OTHER || names.isEmpty();
      columns.add(new Column(other ? column.field() : names.get(pick).strip(), role));
    }
    for (int i = 0; mapping.keepsOthers() && i < width; i++) {
      if (!picks.contains(i)) {
        picks.add(i);
        var written = names.isEmpty() ? "column " + (i + 1) : names.get(i);
        columns.add(new Column(Header.name(written, i, columns), ColumnRole.OTHER));
      }
    }
    return new FileLayout(
        columns,
        found(names, width, picks, columns),
        data,
        cut,
        fields,
        new PickedFields(fields, picks, width(names, width)));
  }

  private Width width(List<String> names, int width) {
    if (!wanted.contacts() || wanted.workbook()) {
      return Width.ANY;
    }
    return names.isEmpty() && !mapping.keepsOthers()
        ? Width.atLeast(lastPosition())
        : Width.exactly(width, names.isEmpty() ? "the first row" : "the header");
  }

  private int lastPosition() {
    return ordered.stream()
        .map(MappedColumn::position)
        .filter(Objects::nonNull)
        .mapToInt(p -> p)
        .max()
        .orElse(0);
  }

  private int place(MappedColumn column, List<String> names, int width) {
    var position = column.position();
    if (position != null) {
      if (position > width) {
        throw missing(column, "column " + position, names);
      }
      return position - 1;
    }
    var name = FieldNames.plain(String.valueOf(column.name()));
    for (int i = 0; i < names.size(); i++) {
      if (FieldNames.plain(names.get(i)).equals(name)) {
        return i;
      }
    }
    throw missing(column, "column " + column.name(), names);
  }

  private List<FoundColumn> found(
      List<String> names, int width, List<Integer> picks, List<Column> columns) {
    List<FoundColumn> found = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      int pick = picks.indexOf(i);
      var field =
          pick < 0
              ? null
              : pick < ordered.size() ? ordered.get(pick).field() : columns.get(pick).name();
      found.add(new FoundColumn(i + 1, names.isEmpty() ? null : names.get(i), null, null, field));
    }
    return found;
  }

  private BadFileException missing(MappedColumn column, String what, List<String> names) {
    var detail =
        "The mapping %s looks for %s in %s; the header has none."
            .formatted(mapping.name(), column.field(), what);
    if (Header.isMissing(names)) {
      return new BadFileException(
          "MAPPED_COLUMN_MISSING",
          detail + " It holds a phone number: the file seems to have no header.",
          "Say in the mapping that there is no header, and give positions.");
    }
    return new BadFileException(
        "MAPPED_COLUMN_MISSING", detail, "Mend the mapping, or the first line of the file.");
  }

  private static BadFileException lacks(DataMapping mapping, String code, String field) {
    return new BadFileException(
        code,
        "The mapping " + mapping.name() + " does not say where " + field + " stands.",
        "Add the field to the mapping, or import with another one.");
  }
}
