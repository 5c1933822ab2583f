package io.beckon.protocol.selection;

import java.time.Instant;
import java.util.List;

/** A selection rule as the API shows it. */
public record SelectionRuleView(
    SelectionRuleId id,
    String name,
    List<SelectionRule.ConditionSet> anyOf,
    Instant createdAt,
    long revision) {
  /** What may be changed. */
  public SelectionRule rule() {
    return new SelectionRule(name, anyOf);
  }
}
