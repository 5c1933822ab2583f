package io.beckon.protocol.selection;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.LineType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a selection rule.
 *
 * @param field {@code device}, {@code contact} (with its own country, time zone or state), a field
 *     such as {@code firstName}, or a column kept under its name; null: device
 * @param value what is compared with; null with EMPTY, NOT_EMPTY, IN, NOT_IN; the expression of
 *     CUSTOM, up to 2000 characters
 * @param values 1 to 1000 of IN and NOT_IN; null otherwise
 */
public record Condition(
    @Nullable String field,
    FieldType type,
    Operator operator,
    @Nullable String value,
    @Nullable List<String> values) {
  static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final int LONGEST = 4_000;
  private static final int MOST = 1_000;
  private static final Set<FieldType> OF_CONTACT =
      Set.of(FieldType.COUNTRY_CODE, FieldType.TIME_ZONE, FieldType.STATE_CODE);

  public Condition {
    values = values == null ? null : List.copyOf(values);
    field = field == null || field.isBlank() ? FieldRef.DEVICE : field.strip();
    if (!type.takes(operator)) {
      throw invalid("operator", operator + " does not go with type " + type);
    }
    checkField(field, type);
    checkValues(operator, value, values);
    operands(operator, value, values).forEach(v -> checkOperand(v, type, operator));
    if (type == FieldType.EXPRESSION) {
      Expression.of(Objects.requireNonNull(value));
    }
  }

  /** What is compared with: none, one, or those of IN. */
  public List<String> operands() {
    return operands(operator, value, values);
  }

  /** Where the value is found. */
  public FieldRef ref() {
    return FieldRef.of(Objects.requireNonNull(field));
  }

  private static List<String> operands(
      Operator operator, @Nullable String value, @Nullable List<String> values) {
    if (operator.takesSeveral()) {
      return Objects.requireNonNull(values);
    }
    return operator.takesNone() ? List.of() : List.of(Objects.requireNonNull(value));
  }

  private static void checkField(String field, FieldType type) {
    if (field.length() > 200 || isUnstorable(field)) {
      throw invalid("field", "must be the name of a field or column, was " + field);
    }
    boolean plain = type == FieldType.STRING || type == FieldType.NUMERIC;
    var source = FieldRef.of(field).source();
    if (type == FieldType.EXPRESSION && source != FieldRef.Source.DEVICE) {
      throw invalid("field", "must be left out with type EXPRESSION, was " + field);
    }
    boolean fits =
        plain
            ? source != FieldRef.Source.CONTACT
            : source == FieldRef.Source.DEVICE
                || source == FieldRef.Source.CONTACT && OF_CONTACT.contains(type);
    if (!fits) {
      throw invalid(
          "field",
          plain
              ? "contact holds several values; name one of them, such as firstName"
              : "must be device, or contact for a country, time zone or state, was " + field);
    }
  }

  private static void checkValues(
      Operator operator, @Nullable String value, @Nullable List<String> values) {
    if (operator.takesSeveral()) {
      if (value != null || values == null || values.isEmpty() || values.size() > MOST) {
        throw invalid("values", "must hold 1 to 1000 texts with " + operator + ", and no value");
      }
    } else if (values != null || (value == null) != operator.takesNone()) {
      var right = operator.takesNone() ? "must be left out with " : "must be one text with ";
      throw invalid("value", right + operator);
    }
  }

  private static void checkOperand(String operand, FieldType type, Operator operator) {
    if (operand.isBlank() || operand.length() > LONGEST || isUnstorable(operand)) {
      throw invalid(
          "value", "must be 1 to 4000 characters, not all blank; use EMPTY for what is missing");
    }
    if (type == FieldType.NUMERIC && !NUMBER.matcher(operand.strip()).matches()) {
      throw invalid("value", "must be a number such as -12.50, was " + operand);
    }
    if (type == FieldType.COUNTRY_CODE && !operand.strip().matches("[A-Za-z]{2}|\\+?[0-9]{1,3}")) {
      throw invalid("value", "must be a country such as US or 44, was " + operand);
    }
    if (type == FieldType.LINE_TYPE && LineType.named(operand).isEmpty()) {
      throw invalid("value", "must be one of " + List.of(LineType.values()) + ", was " + operand);
    }
    if (operator.positive() == Operator.LIKE && endsInEscape(operand)) {
      throw invalid("value", "must not end in a single \\, was " + operand);
    }
  }

  private static boolean endsInEscape(String pattern) {
    int slashes = 0;
    while (slashes < pattern.length() && pattern.charAt(pattern.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /** NUL and halves of characters, which no database keeps. */
  private static boolean isUnstorable(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
  }

  private static InvalidField invalid(String field, String message) {
    return new InvalidField("anyOf.allOf." + field, message);
  }
}
