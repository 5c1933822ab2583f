package io.beckon.actors.list;

import static io.beckon.protocol.list.IssueCode.BAD_VALUE;

import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from when, until when and why a row suppresses. What cannot be read refuses the row: left
 * out, it would suppress for longer than anybody said, and nobody would know.
 */
record EntryTermsCook(List<Column> columns, EntryMoments moments) {
  private static final String NO_MOMENT = "is not " + EntryMoments.KINDS;

  /**
   * @param reject why the row is refused; null when it is not
   * @param warning of a reason that was cut; null when it was not
   */
  record Read(EntryTerms terms, @Nullable RowIssue reject, @Nullable RowIssue warning) {
    private static Read rejected(RowIssue issue) {
      return new Read(EntryTerms.NONE, issue, null);
    }
  }

  /** For files of many rows: nothing is looked for where no column tells. */
  static @Nullable EntryTermsCook of(List<Column> columns, String country) {
    return columns.stream().noneMatch(c -> c.role().isOfEntries())
        ? null
        : new EntryTermsCook(columns, EntryMoments.in(country));
  }

  Read read(long row, long line, List<String> fields) {
    Map<ColumnRole, Instant> read = new EnumMap<>(ColumnRole.class);
    String reason = null;
    RowIssue warning = null;
    for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      var column = columns.get(i);
      var field = fields.get(i).strip();
      if (field.isEmpty() || !column.role().isOfEntries()) {
        continue;
      }
      if (column.role() == ColumnRole.REASON) {
        reason = reason(field);
        warning = reason.length() < field.length() ? tooLong(row, line, column) : null;
      } else {
        var moment = moment(column.role(), field);
        if (moment.isEmpty()) {
          return Read.rejected(new RowIssue(row, line, column.name(), BAD_VALUE, NO_MOMENT));
        }
        read.put(column.role(), moment.get());
      }
    }
    var from = read.get(ColumnRole.FROM);
    var till = read.get(ColumnRole.TILL);
    return from != null && till != null && !from.isBefore(till)
        ? Read.rejected(new RowIssue(row, line, null, BAD_VALUE, "ends before it begins"))
        : new Read(new EntryTerms(from, till, reason), null, warning);
  }

  private Optional<Instant> moment(ColumnRole role, String field) {
    return role == ColumnRole.FROM ? moments.from(field) : moments.till(field);
  }

  private static String reason(String field) {
    var clean = field.replace("\0", "");
    int longest = ColumnRole.REASON.longest();
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }

  private static RowIssue tooLong(long row, long line, Column column) {
    var said = "was cut to its first " + ColumnRole.REASON.longest() + " characters";
    return new RowIssue(row, line, column.name(), IssueCode.TOO_LONG, said);
  }
}
