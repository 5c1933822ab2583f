package io.beckon.actors.list;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a block. The whole block is read in one go; only when that does not give
 * exactly one record a piece is each piece read by itself, so that one bad row cannot move others.
 */
final class BlockFields implements RowFields {
  /** Lines are never comments, but the reader wants a character that is nothing else. */
  private static final char NO_COMMENT = '\uFFFE';

  private final Charset charset;
  private final CsvReader.CsvReaderBuilder csv;

  BlockFields(FileFormat format, RecordCut cut) {
    this.charset = Charset.forName(format.charset());
    this.csv =
        CsvReader.builder()
            .fieldSeparator(cut.delimiter())
            .quoteCharacter(cut.quote())
            .commentCharacter(NO_COMMENT)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true);
  }

  @Override
  public List<ReadRow> read(TextBlock block) {
    var pieces = block.pieces();
    var together = together(block);
    List<ReadRow> rows = new ArrayList<>(pieces.size());
    Iterator<CsvRecord> records = together.orElse(List.of()).iterator();
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      long row = block.firstRow() + i;
      if (piece.flaw() != Flaw.NONE) {
        rows.add(unsound(row, piece));
      } else if (together.isPresent()) {
        rows.add(new ReadRow(row, piece.line(), records.next().getFields(), null));
      } else {
        rows.add(alone(row, piece, block.bytes()));
      }
    }
    return rows;
  }

  private Optional<List<CsvRecord>> together(TextBlock block) {
    var bytes = block.bytes().array();
    long sound = block.pieces().stream().filter(p -> p.flaw() == Flaw.NONE).count();
    try {
      List<CsvRecord> records = new ArrayList<>((int) sound);
      try (var reader = csv.ofCsvRecord(decode(bytes, 0, bytes.length))) {
        reader.forEach(records::add);
      }
      return records.size() == sound ? Optional.of(records) : Optional.empty();
    } catch (CharacterCodingException | CsvParseException e) {
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ReadRow alone(long row, TextBlock.Piece piece, TextBlock.Bytes bytes) {
    try {
      var text = decode(bytes.array(), piece.from(), piece.to());
      return new ReadRow(row, piece.line(), csv.ofSingleCsvRecord(text).getFields(), null);
    } catch (CharacterCodingException e) {
      return rejected(
          row, piece, IssueCode.BAD_CHARSET, "holds bytes that are no " + charset.name());
    } catch (CsvParseException e) {
      return rejected(row, piece, IssueCode.RAGGED_ROW, "cannot be read as delimited fields");
    }
  }

  private String decode(byte[] bytes, int from, int to) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
  }

  static ReadRow unsound(long row, TextBlock.Piece piece) {
    return piece.flaw() == Flaw.TOO_LONG
        ? rejected(row, piece, IssueCode.TOO_LONG, "is longer than 256 KiB")
        : rejected(
            row, piece, IssueCode.UNCLOSED_QUOTE, "has a quote that is not closed where it must");
  }

  private static ReadRow rejected(long row, TextBlock.Piece piece, IssueCode code, String reason) {
    return new ReadRow(
        row, piece.line(), List.of(), new RowIssue(row, piece.line(), null, code, reason));
  }
}
