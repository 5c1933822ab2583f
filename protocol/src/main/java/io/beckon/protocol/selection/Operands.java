package io.beckon.protocol.selection;

import java.util.List;
import java.util.Locale;

/**
 * What a condition compares with, in the form in which it is compared, in Java and in SQL alike.
 *
 * @param texts values, or the pattern of LIKE
 * @param callingCodes of a device's country, such as {@code +44}: numbers begin with one of them,
 *     and none begins with another
 */
public record Operands(List<String> texts, List<String> callingCodes) {
  public static Operands of(Condition condition) {
    var given = condition.operands();
    return switch (condition.type()) {
      case COUNTRY_CODE -> countries(condition, given.stream().map(String::strip).toList());
      case NUMERIC -> new Operands(given.stream().map(String::strip).toList(), List.of());
      case STATE_CODE, LINE_TYPE ->
          new Operands(given.stream().map(Operands::upper).toList(), List.of());
      default -> new Operands(given, List.of());
    };
  }

  private static Operands countries(Condition condition, List<String> given) {
    var letters =
        given.stream()
            .filter(v -> Character.isLetter(v.charAt(0)))
            .map(v -> v.toUpperCase(Locale.ROOT))
            .toList();
    var codes =
        given.stream()
            .filter(v -> !Character.isLetter(v.charAt(0)))
            .map(v -> v.startsWith("+") ? v : "+" + v)
            .toList();
    return new Operands(
        letters, condition.ref().source() == FieldRef.Source.DEVICE ? codes : List.of());
  }

  /** The letters a to z as A to Z, and nothing else: what every database agrees on. */
  static String upper(String text) {
    var upper = text.toCharArray();
    for (int i = 0; i < upper.length; i++) {
      if (upper[i] >= 'a' && upper[i] <= 'z') {
        upper[i] -= 32;
      }
    }
    return new String(upper);
  }
}
