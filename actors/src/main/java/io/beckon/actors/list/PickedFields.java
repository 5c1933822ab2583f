package io.beckon.actors.list;

import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks the wanted fields out of delimited rows, in the wanted order.
 *
 * @param picks places of the wanted fields in the row, from 0
 */
record PickedFields(RowFields rows, List<Integer> picks, Width width) implements RowFields {
  /**
   * How many fields a row may have; blank ones too many are no harm.
   *
   * @param wanted what says so, for the refusal
   */
  record Width(int fewest, int most, boolean padded, String wanted) {
    /** Every row is taken: what it lacks is empty. */
    static final Width ANY = new Width(0, Integer.MAX_VALUE, true, "any");

    static Width exactly(int fields, String where) {
      return new Width(fields, fields, false, where + " has " + fields);
    }

    static Width atLeast(int fields) {
      return new Width(fields, Integer.MAX_VALUE, false, "the mapping needs " + fields);
    }

    boolean admits(List<String> fields) {
      if (fields.size() < fewest && !padded) {
        return false;
      }
      return fields.size() <= most
          || fields.subList(most, fields.size()).stream().allMatch(String::isBlank);
    }
  }

  PickedFields {
    picks = List.copyOf(picks);
  }

  @Override
  public List<ReadRow> read(TextBlock block) {
    return rows.read(block).stream().map(this::picked).toList();
  }

  private ReadRow picked(ReadRow row) {
    if (row.issue() != null) {
      return row;
    }
    var fields = row.fields();
    if (!width.admits(fields)) {
      var reason = "has " + fields.size() + " fields where " + width.wanted();
      var issue = new RowIssue(row.row(), row.line(), null, IssueCode.RAGGED_ROW, reason);
      return new ReadRow(row.row(), row.line(), List.of(), issue);
    }
    List<String> chosen = new ArrayList<>(picks.size());
    for (int pick : picks) {
      chosen.add(pick < fields.size() ? fields.get(pick) : "");
    }
    return new ReadRow(row.row(), row.line(), chosen, null);
  }
}
