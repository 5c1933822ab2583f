package io.beckon.actors.list;

import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SuppressionChunk;
import java.util.ArrayList;
import java.util.List;

/** Cooks blocks of a suppression file. */
record SuppressionBlockCook(RowFields fields, SuppressionCook cook) {
  SuppressionChunk cook(TextBlock block) {
    List<SuppressionChunk.Value> values = new ArrayList<>(block.pieces().size());
    List<RowIssue> rejects = new ArrayList<>();
    List<RowIssue> warnings = new ArrayList<>();
    for (var row : fields.read(block)) {
      if (row.issue() != null) {
        rejects.add(row.issue());
        continue;
      }
      var outcome = cook.cook(row.row(), row.line(), row.fields());
      if (outcome.values().isEmpty()) {
        rejects.add(row.explained(outcome.issues().get(0)));
      } else {
        outcome
            .values()
            .forEach(v -> values.add(new SuppressionChunk.Value(row.row(), row.line(), v)));
        warnings.addAll(outcome.issues());
      }
    }
    return new SuppressionChunk(block.span(), values, rejects, warnings);
  }
}
