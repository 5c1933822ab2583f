package io.beckon.protocol.selection;

import io.beckon.protocol.list.CookedDevice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates one condition that compares a field. */
final class ConditionMatcher implements Criterion {
  private final Condition condition;
  private final FieldRef ref;
  private final Predicate<String> test;
  private final Set<String> callingCodes;

  private ConditionMatcher(Condition condition, Predicate<String> test, Set<String> callingCodes) {
    this.condition = condition;
    this.ref = condition.ref();
    this.test = test;
    this.callingCodes = callingCodes;
  }

  static ConditionMatcher of(Condition condition) {
    var operands = Operands.of(condition);
    var positive = condition.operator().positive();
    return new ConditionMatcher(
        condition,
        condition.type() == FieldType.NUMERIC
            ? numeric(positive, operands.texts())
            : text(positive, operands.texts()),
        Set.copyOf(operands.callingCodes()));
  }

  @Override
  public boolean holds(FieldValues values, @Nullable CookedDevice device) {
    var found = values.of(ref, condition.type(), device);
    boolean positive =
        condition.operator().positive() == Operator.EMPTY
            ? found.stream().allMatch(String::isEmpty)
            : found.stream().anyMatch(this::satisfies) || calls(device);
    return positive != condition.operator().isNegative();
  }

  private boolean satisfies(String value) {
    return !value.isEmpty()
        && test.test(condition.type() == FieldType.STATE_CODE ? Operands.upper(value) : value);
  }

  private boolean calls(@Nullable CookedDevice device) {
    return device != null && callingCodes.stream().anyMatch(c -> device.value().startsWith(c));
  }

  private static Predicate<String> text(Operator operator, List<String> operands) {
    return switch (operator) {
      case EQUAL, IN -> Set.copyOf(operands)::contains;
      case LIKE -> like(operands.get(0)).asMatchPredicate();
      case CONTAINS -> v -> v.contains(operands.get(0));
      case LT -> v -> compare(v, operands.get(0)) < 0;
      case LE -> v -> compare(v, operands.get(0)) <= 0;
      case GT -> v -> compare(v, operands.get(0)) > 0;
      case GE -> v -> compare(v, operands.get(0)) >= 0;
      default -> v -> false;
    };
  }

  private static Predicate<String> numeric(Operator operator, List<String> operands) {
    var numbers = operands.stream().map(BigDecimal::new).toList();
    return value ->
        Condition.NUMBER.matcher(value).matches()
            && numbers.stream().anyMatch(n -> is(operator, new BigDecimal(value).compareTo(n)));
  }

  private static boolean is(Operator operator, int comparison) {
    return switch (operator) {
      case EQUAL, IN -> comparison == 0;
      case LT -> comparison < 0;
      case LE -> comparison <= 0;
      case GT -> comparison > 0;
      case GE -> comparison >= 0;
      default -> false;
    };
  }

  private static Pattern like(String pattern) {
    var regex = new StringBuilder();
    boolean escaped = false;
    for (int c : pattern.codePoints().toArray()) {
      if (!escaped && c == '\\') {
        escaped = true;
        continue;
      }
      if (!escaped && c == '%') {
        regex.append(".*");
      } else if (!escaped && c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(Character.toString(c)));
      }
      escaped = false;
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** By Unicode characters, as PostgreSQL compares with the collation C; not by halves of them. */
  private static int compare(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length()) {
      int x = a.codePointAt(i);
      int y = b.codePointAt(i);
      if (x != y) {
        return Integer.compare(x, y);
      }
      i += Character.charCount(x);
    }
    return Integer.compare(a.length(), b.length());
  }
}
