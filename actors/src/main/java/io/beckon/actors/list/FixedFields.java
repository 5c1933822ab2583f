package io.beckon.actors.list;

import io.beckon.protocol.list.FieldNames;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.MappedColumn;
import io.beckon.protocol.list.RowIssue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads fields by where they stand in a line. Places are characters, not bytes: one code point of
 * Unicode each. What a short line does not reach is empty.
 */
final class FixedFields implements RowFields {
  private final Charset charset;
  private final List<Slot> slots;

  private record Slot(String field, boolean device, int from, int till) {}

  /**
   * @param columns all with from and length
   */
  FixedFields(Charset charset, List<MappedColumn> columns) {
    this.charset = charset;
    this.slots = columns.stream().map(FixedFields::slot).toList();
  }

  private static Slot slot(MappedColumn column) {
    if (column.from() == null || column.length() == null) {
      throw new IllegalArgumentException("no fixed position: " + column);
    }
    int from = column.from() - 1;
    return new Slot(
        column.field(), FieldNames.role(column.field()).isDevice(), from, from + column.length());
  }

  @Override
  public List<ReadRow> read(TextBlock block) {
    List<ReadRow> rows = new ArrayList<>(block.pieces().size());
    var decoder = charset.newDecoder();
    for (int i = 0; i < block.pieces().size(); i++) {
      rows.add(row(block.firstRow() + i, block.pieces().get(i), block.bytes(), decoder));
    }
    return rows;
  }

  private ReadRow row(
      long row, TextBlock.Piece piece, TextBlock.Bytes bytes, CharsetDecoder decoder) {
    if (piece.flaw() != Flaw.NONE) {
      return BlockFields.unsound(row, piece);
    }
    try {
      var buffer = ByteBuffer.wrap(bytes.array(), piece.from(), piece.to() - piece.from());
      return cut(row, piece.line(), decoder.decode(buffer).toString());
    } catch (CharacterCodingException e) {
      var reason = "holds bytes that are no " + charset.name();
      var issue = new RowIssue(row, piece.line(), null, IssueCode.BAD_CHARSET, reason);
      return new ReadRow(row, piece.line(), List.of(), issue);
    }
  }

  private ReadRow cut(long row, long line, String text) {
    int length = text.codePointCount(0, text.length());
    boolean plain = length == text.length();
    List<String> fields = new ArrayList<>(slots.size());
    String endsIn = null;
    for (var slot : slots) {
      fields.add(plain ? plain(text, slot) : astral(text, length, slot));
      endsIn = endsWithin(slot, length) ? slot.field() : endsIn;
    }
    return new ReadRow(row, line, fields, null, endsIn);
  }

  private static boolean endsWithin(Slot slot, int length) {
    return slot.device() && slot.from() < length && length < slot.till();
  }

  private static String plain(String text, Slot slot) {
    int from = Math.min(slot.from(), text.length());
    return text.substring(from, Math.min(slot.till(), text.length())).strip();
  }

  /** Characters beyond U+FFFF are two of Java's. */
  private static String astral(String text, int length, Slot slot) {
    int from = text.offsetByCodePoints(0, Math.min(slot.from(), length));
    int till = text.offsetByCodePoints(0, Math.min(slot.till(), length));
    return text.substring(from, till).strip();
  }
}
