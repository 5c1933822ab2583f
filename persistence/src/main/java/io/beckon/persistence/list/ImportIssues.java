package io.beckon.persistence.list;

import akka.NotUsed;
import akka.japi.Pair;
import akka.stream.javadsl.Source;
import io.beckon.persistence.Database;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the reports of an import tell, in the order of the file. */
final class ImportIssues {
  private static final int AT_ONCE = 1000;

  private ImportIssues() {}

  /** Read piece by piece, as far as somebody wants them. */
  static Source<RowIssue, NotUsed> of(Database database, ImportId id, ImportReport report) {
    return Source.unfoldAsync(
            0L,
            after ->
                database
                    .withHandle(handle -> issues(handle, id, report, after))
                    .thenApply(
                        found ->
                            found.isEmpty()
                                ? Optional.<Pair<Long, List<Issue>>>empty()
                                : Optional.of(
                                    Pair.create(found.get(found.size() - 1).seq(), found))))
        .mapConcat(found -> found)
        .map(Issue::issue);
  }

  private record Issue(long seq, RowIssue issue) {}

  private static List<Issue> issues(Handle handle, ImportId id, ImportReport report, long after) {
    return handle
        .createQuery(
            "SELECT * FROM import_issue WHERE import_id = ? AND report = ? AND seq > ?"
                + " ORDER BY seq LIMIT ?")
        .bind(0, id.value())
        .bind(1, report.name())
        .bind(2, after)
        .bind(3, AT_ONCE)
        .map(
            (row, ctx) ->
                new Issue(
                    row.getLong("seq"),
                    new RowIssue(
                        row.getLong("row_no"),
                        row.getLong("line_no"),
                        row.getString("column_name"),
                        IssueCode.valueOf(row.getString("code")),
                        row.getString("reason"))))
        .list();
  }
}
