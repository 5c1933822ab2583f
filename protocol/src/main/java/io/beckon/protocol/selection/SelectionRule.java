package io.beckon.protocol.selection;

import io.beckon.protocol.InvalidField;
import java.util.List;

/**
 * A filter of contacts: one of its sets has to hold, all conditions of it together. It is asked for
 * each device of a contact by itself: a condition on the device looks at that one, any other at the
 * contact. A contact is selected when one of its devices is, and only those devices are used.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param anyOf 1 to 50 sets
 */
public record SelectionRule(String name, List<ConditionSet> anyOf) {
  /**
   * Conditions that have to hold together.
   *
   * @param allOf 1 to 50
   */
  public record ConditionSet(List<Condition> allOf) {
    public ConditionSet {
      allOf = List.copyOf(allOf);
      if (allOf.isEmpty() || allOf.size() > MOST) {
        throw new InvalidField("anyOf.allOf", "must hold 1 to 50 conditions");
      }
    }
  }

  private static final int MOST = 50;

  /** Whether it holds a custom expression, which only {@link RuleMatcher} evaluates. */
  public boolean hasExpression() {
    return anyOf.stream()
        .flatMap(set -> set.allOf().stream())
        .anyMatch(condition -> condition.type() == FieldType.EXPRESSION);
  }

  public SelectionRule {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    anyOf = List.copyOf(anyOf);
    if (anyOf.isEmpty() || anyOf.size() > MOST) {
      throw new InvalidField("anyOf", "must hold 1 to 50 sets of conditions");
    }
  }
}
