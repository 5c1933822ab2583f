package io.beckon.protocol.list;

import java.util.List;

/** The cooked values of one chunk of a suppression file. */
public record SuppressionChunk(
    ChunkSpan span, List<Value> values, List<RowIssue> rejects, List<RowIssue> warnings) {
  /**
   * One entry; a row with several devices has several.
   *
   * @param line physical line the row begins on
   * @param value E.164, e-mail address or Client ID
   */
  public record Value(long row, long line, String value) {}
}
