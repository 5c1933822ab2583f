package io.beckon.actors.list;

import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as text.
 *
 * @param fields empty when there is an issue
 * @param issue why it could not be read; null when it could
 * @param endsIn the column within which a line of fixed positions ends; null when none is cut
 */
record ReadRow(
    long row, long line, List<String> fields, @Nullable RowIssue issue, @Nullable String endsIn) {
  ReadRow(long row, long line, List<String> fields, @Nullable RowIssue issue) {
    this(row, line, fields, issue, null);
  }

  /** A number that is none because its line ends too early is called by that. */
  RowIssue explained(RowIssue found) {
    boolean cut =
        endsIn != null
            && endsIn.equals(found.column())
            && (found.code() == IssueCode.INVALID_PHONE || found.code() == IssueCode.INVALID_EMAIL);
    return cut
        ? new RowIssue(row, line, endsIn, IssueCode.RAGGED_ROW, "ends within " + endsIn)
        : found;
  }
}
