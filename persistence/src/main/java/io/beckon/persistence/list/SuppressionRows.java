package io.beckon.persistence.list;

import io.beckon.persistence.list.SuppressionValues.Fate;
import io.beckon.persistence.list.SuppressionValues.Known;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.list.SuppressionChunk.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes one chunk of a suppression file, and what became of its rows. */
final class SuppressionRows {
  private static final String OWN_WINDOW =
      "is on the list already, with a window of its own; mode UPDATE replaces it";

  private SuppressionRows() {}

  static ChunkCounts write(Handle handle, LoadFence fence, SuppressionChunk chunk, Clock clock) {
    Map<String, Value> firsts = new LinkedHashMap<>();
    chunk.values().forEach(v -> firsts.putIfAbsent(v.value(), v));
    var rules = EntryRules.of(handle, fence, clock.instant());
    var values = new SuppressionValues(handle, fence, rules);
    var fates = values.write(List.copyOf(firsts.values()));
    Set<Long> accepted = new HashSet<>();
    Set<Long> updated = new HashSet<>();
    fates.forEach(
        (value, fate) ->
            (fate == Fate.NEW || rules.mode() == ImportMode.REPLACE ? accepted : updated)
                .add(Objects.requireNonNull(firsts.get(value)).row()));
    updated.removeAll(accepted);
    var left = left(chunk, accepted, updated);
    var duplicates = duplicates(left, firsts, values.known(firstOnes(left, firsts)));
    ContactRows.issues(handle, fence, ImportReport.REJECTS, chunk.rejects());
    ContactRows.issues(handle, fence, ImportReport.FILTERED, chunk.filtered());
    ContactRows.issues(handle, fence, ImportReport.WARNINGS, chunk.warnings());
    ContactRows.issues(handle, fence, ImportReport.DUPLICATES, duplicates);
    return new ChunkCounts(
        accepted.size(),
        updated.size(),
        duplicates.size(),
        chunk.filtered().size(),
        chunk.rejects().size(),
        chunk.warnings().size());
  }

  /** The first value of each row of which nothing was taken. */
  private static List<Value> left(SuppressionChunk chunk, Set<Long> accepted, Set<Long> updated) {
    Map<Long, Value> left = new LinkedHashMap<>();
    chunk.values().stream()
        .filter(v -> !accepted.contains(v.row()) && !updated.contains(v.row()))
        .forEach(v -> left.putIfAbsent(v.row(), v));
    return List.copyOf(left.values());
  }

  private static List<String> firstOnes(List<Value> left, Map<String, Value> firsts) {
    return left.stream()
        .filter(v -> Objects.requireNonNull(firsts.get(v.value())).row() == v.row())
        .map(Value::value)
        .toList();
  }

  private static List<RowIssue> duplicates(
      List<Value> left, Map<String, Value> firsts, Map<String, Known> known) {
    List<RowIssue> issues = new ArrayList<>(left.size());
    for (var value : left) {
      long first = Objects.requireNonNull(firsts.get(value.value())).row();
      var where = first < value.row() ? ChunkDedupe.where(first) : where(known.get(value.value()));
      issues.add(new RowIssue(value.row(), value.line(), null, IssueCode.DUPLICATE_VALUE, where));
    }
    return issues;
  }

  private static String where(@Nullable Known known) {
    return known != null && known.row() == KnownValues.ON_LIST && known.ownWindow()
        ? OWN_WINDOW
        : ChunkDedupe.where(known == null ? KnownValues.ON_LIST : known.row());
  }
}
