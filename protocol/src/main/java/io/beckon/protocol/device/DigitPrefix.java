package io.beckon.protocol.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in front of a number, as the library's expressions say it. */
final class DigitPrefix {
  private final Pattern pattern;

  /** The prefix when it is always the same digits; else null. */
  private final @Nullable String literal;

  private DigitPrefix(Pattern pattern, @Nullable String literal) {
    this.pattern = pattern;
    this.literal = literal;
  }

  /**
   * @param expression empty: there is no prefix
   */
  static DigitPrefix of(String expression) {
    boolean digits = expression.chars().allMatch(c -> c >= '0' && c <= '9');
    return new DigitPrefix(Pattern.compile(expression), digits ? expression : null);
  }

  /** Where the prefix of a number ends; -1 when it has none. */
  int end(String digits) {
    if (literal != null) {
      return digits.startsWith(literal) ? literal.length() : -1;
    }
    var matcher = pattern.matcher(digits);
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  /**
   * A number without its prefix; null when it has none.
   *
   * @param transform what prefix and number become if the last group of the expression takes part
   */
  @Nullable String without(String digits, String transform) {
    if (literal != null && transform.isEmpty()) {
      return literal.isEmpty() || !digits.startsWith(literal)
          ? null
          : digits.substring(literal.length());
    }
    var matcher = pattern.matcher(digits);
    return matcher.lookingAt() ? without(matcher, digits, transform) : null;
  }

  private static String without(Matcher prefix, String digits, String transform) {
    return transform.isEmpty() || prefix.group(prefix.groupCount()) == null
        ? digits.substring(prefix.end())
        : prefix.replaceFirst(transform);
  }
}
