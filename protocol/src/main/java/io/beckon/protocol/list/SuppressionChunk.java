package io.beckon.protocol.list;

import java.util.List;

/**
 * The cooked values of one chunk of a suppression file.
 *
 * @param filtered rows that a selection rule keeps out
 */
public record SuppressionChunk(
    ChunkSpan span,
    List<Value> values,
    List<RowIssue> rejects,
    List<RowIssue> filtered,
    List<RowIssue> warnings) {

  /**
   * One entry; a row with several devices has several.
   *
   * @param line physical line the row begins on
   * @param value E.164, e-mail address or Client ID
   */
  public record Value(long row, long line, String value, EntryTerms terms) {
    /** An entry of which the file says nothing else. */
    public Value(long row, long line, String value) {
      this(row, line, value, EntryTerms.NONE);
    }
  }

  /** A chunk of which every row is taken. */
  public static SuppressionChunk of(ChunkSpan span, List<Value> values) {
    return new SuppressionChunk(span, values, List.of(), List.of(), List.of());
  }
}
