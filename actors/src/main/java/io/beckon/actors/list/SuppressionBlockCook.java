package io.beckon.actors.list;

import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SuppressionChunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cooks blocks of a suppression file. */
record SuppressionBlockCook(
    RowFields fields, SuppressionCook cook, @Nullable SuppressionFilter filter) {
  SuppressionChunk cook(TextBlock block) {
    var chunk =
        new SuppressionChunk(
            block.span(),
            new ArrayList<>(block.pieces().size()),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    fields.read(block).forEach(row -> add(row, chunk));
    return chunk;
  }

  private void add(ReadRow row, SuppressionChunk chunk) {
    if (row.issue() != null) {
      chunk.rejects().add(row.issue());
      return;
    }
    var outcome = cook.cook(row.row(), row.line(), row.fields());
    if (outcome.found().isEmpty()) {
      chunk.rejects().add(row.explained(outcome.issues().get(0)));
    } else if (filter == null) {
      take(row, outcome.values(), outcome, outcome.issues(), chunk);
    } else {
      add(row, outcome, filter.apply(row, outcome), chunk);
    }
  }

  private static void add(
      ReadRow row, SuppressionCook.Outcome outcome, CookedRow judged, SuppressionChunk chunk) {
    if (judged instanceof CookedRow.Good good) {
      var devices = good.contact().devices();
      var kept =
          devices.isEmpty() ? outcome.values() : devices.stream().map(CookedDevice::value).toList();
      take(row, kept, outcome, good.warnings(), chunk);
    } else if (judged instanceof CookedRow.Bad bad) {
      chunk.filtered().add(bad.issue());
    }
  }

  private static void take(
      ReadRow row,
      List<String> values,
      SuppressionCook.Outcome outcome,
      List<RowIssue> warnings,
      SuppressionChunk chunk) {
    values.forEach(
        v ->
            chunk
                .values()
                .add(new SuppressionChunk.Value(row.row(), row.line(), v, outcome.terms())));
    chunk.warnings().addAll(warnings);
  }
}
