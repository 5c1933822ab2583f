package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.selection.SelectionRuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the accepted rows of an import over several contact lists. What no target takes stays on
 * the list that the file was sent to.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param field of a rule by FIELD: whose value decides; null otherwise
 * @param targets 1 to 50, of different lists, in the order in which they are asked
 */
public record UploadRule(String name, Kind kind, @Nullable String field, List<Target> targets) {
  /** By what rows are given to targets. */
  public enum Kind {
    /** Each target takes so many accepted rows, one target after the other. */
    QUANTITY,
    /** Of every hundred accepted rows each target takes its share, in the order of the targets. */
    PERCENTAGE,
    /** The target that names the field's value takes the row. */
    FIELD,
    /** The first target whose selection rule selects a device of the row takes it. */
    CUSTOM
  }

  /**
   * One list and what it takes; exactly the component that the rule's kind asks for is given.
   *
   * @param quantity rows, 1 to 1,000,000,000
   * @param percentage 1 to 100, all together at most 100
   * @param values 1 to 1000
   */
  public record Target(
      ContactListId listId,
      @Nullable Integer quantity,
      @Nullable Integer percentage,
      @Nullable List<String> values,
      @Nullable SelectionRuleId selectionRuleId) {
    public Target {
      values = values == null ? null : List.copyOf(values);
    }

    private boolean fits(Kind kind) {
      return (quantity != null) == (kind == Kind.QUANTITY)
          && (percentage != null) == (kind == Kind.PERCENTAGE)
          && (values != null) == (kind == Kind.FIELD)
          && (selectionRuleId != null) == (kind == Kind.CUSTOM);
    }
  }

  private static final int MOST = 50;
  private static final int MOST_VALUES = 1_000;
  private static final int MOST_ROWS = 1_000_000_000;

  public UploadRule {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    field = field == null || field.isBlank() ? null : field.strip();
    if ((field != null) != (kind == Kind.FIELD)) {
      throw new InvalidField(
          "field", "must be given with kind FIELD, and be left out with the others");
    }
    targets = List.copyOf(targets);
    checkTargets(kind, targets);
  }

  private static void checkTargets(Kind kind, List<Target> targets) {
    if (targets.isEmpty() || targets.size() > MOST) {
      throw new InvalidField("targets", "must be 1 to 50, were " + targets.size());
    }
    if (targets.stream().map(Target::listId).distinct().count() < targets.size()) {
      throw new InvalidField("targets.listId", "must be another list for each target");
    }
    targets.forEach(target -> check(kind, target));
    int all = targets.stream().mapToInt(t -> t.percentage() == null ? 0 : t.percentage()).sum();
    if (all > 100) {
      throw new InvalidField("targets.percentage", "must be 100 at most together, was " + all);
    }
  }

  private static void check(Kind kind, Target target) {
    var wanted =
        switch (kind) {
          case QUANTITY -> "quantity";
          case PERCENTAGE -> "percentage";
          case FIELD -> "values";
          case CUSTOM -> "selectionRuleId";
        };
    if (!target.fits(kind)) {
      throw new InvalidField("targets." + wanted, "and nothing else must be given with " + kind);
    }
    var number = target.quantity() != null ? target.quantity() : target.percentage();
    if (number != null && (number < 1 || number > (kind == Kind.QUANTITY ? MOST_ROWS : 100))) {
      throw new InvalidField("targets." + wanted, "is out of range, was " + number);
    }
    var values = target.values();
    if (values != null
        && (values.isEmpty()
            || values.size() > MOST_VALUES
            || values.stream().anyMatch(String::isBlank))) {
      throw new InvalidField("targets.values", "must be 1 to 1000 texts, none of them blank");
    }
  }
}
