package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.LoadJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The columns of a file and where its rows begin.
 *
 * @param data the first byte behind the header
 */
record FileLayout(List<Column> columns, BlockReader.Place data) {
  private static final BlockReader.Size ONE_RECORD = new BlockReader.Size(1, 1);

  static FileLayout read(Path file, FileFormat format, LoadJob job) throws IOException {
    var start = new BlockReader.Place(format.start(), 1, 0);
    try (var reader = BlockReader.open(file, start, format.delimiter(), ONE_RECORD)) {
      var block = reader.next().orElseThrow(FileLayout::empty);
      if (block.pieces().isEmpty()) {
        throw empty();
      }
      var header = new BlockFields(format).read(block).get(0);
      if (header.issue() != null) {
        throw new BadFileException(
            "BAD_HEADER",
            "The header line " + header.issue().reason() + ".",
            "Mend the first line of the file and send it again.");
      }
      var span = block.span();
      return new FileLayout(
          columns(header.fields(), job), new BlockReader.Place(span.to(), span.nextLine(), 0));
    }
  }

  private static List<Column> columns(List<String> names, LoadJob job) {
    if (job.fence().list().kind() == ImportKind.SUPPRESSION) {
      return Header.ofSuppressions(names, job.clientIds());
    }
    return Terms.needDevices(job.options()) ? Header.ofContacts(names) : Header.ofChanges(names);
  }

  private static BadFileException empty() {
    return new BadFileException(
        "EMPTY_FILE", "The file holds no text.", "Send a file with a header line and rows.");
  }
}
