package io.beckon.protocol.device;

import io.beckon.protocol.device.NumberingPlan.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Plainly written numbers of all countries, by tables instead of the library: many times as fast.
 * What is not plain, or no valid number, is left to the library; whatever is read here is read
 * there the same ({@code PlainNumbersTest}).
 */
final class PlainNumbers {
  private static final int FEWEST = 4;
  private static final int MOST = 20;

  /** Shorter numbers of North America have no area code. */
  private static final int DIGITS_OF_AREA_CODES = 10;

  private PlainNumbers() {}

  /**
   * The facts of a plain number; null: ask the library.
   *
   * @param country of numbers without {@code +}
   */
  static @Nullable DeviceFacts read(String text, String country) {
    var digits = digits(text);
    if (digits == null) {
      return null;
    }
    return digits.charAt(0) == '+' ? abroad(digits.substring(1)) : national(digits, country);
  }

  /** Digits, with a plus sign in front if there is one; null: written otherwise. */
  private static @Nullable String digits(String text) {
    var digits = new char[MOST + 1];
    int n = 0;
    int dots = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c == '+' && n == 0) {
        if (n == digits.length) {
          return null;
        }
        digits[n++] = c;
      } else if (c == '.') {
        dots++;
      } else if (c == '-' || c == '(' || c == ')' || c == '/') {
        marks++;
      } else if (c != ' ') {
        return null;
      }
    }
    return n < FEWEST || !SpreadsheetText.isUntouched(dots, marks)
        ? null
        : new String(digits, 0, n);
  }

  private static @Nullable DeviceFacts national(String digits, String country) {
    var rules = NumberingPlans.in(country);
    if (rules == null) {
      return null;
    }
    var abroad = rules.behindAbroad(digits);
    if (abroad != null) {
      return abroad(abroad);
    }
    var own = rules.behindOwnCode(digits);
    if (own == null) {
      return facts(rules, digits);
    }
    var main = NumberingPlans.behind(rules.callingCode());
    return main == null ? null : facts(main, own);
  }

  private static @Nullable DeviceFacts abroad(String digits) {
    var rules = NumberingPlans.behind(digits);
    return rules == null ? null : facts(rules, digits.substring(rules.callingCode().length()));
  }

  private static @Nullable DeviceFacts facts(DialingRules rules, String digits) {
    var national = rules.significant(digits);
    var verdict = rules.plan().verdict(national);
    return verdict == null ? null : facts(rules.callingCode(), national, verdict);
  }

  private static DeviceFacts facts(String callingCode, String national, Verdict verdict) {
    var device = new Device("+" + callingCode + national);
    if (callingCode.equals("1") && national.length() == DIGITS_OF_AREA_CODES) {
      var area = AreaCodes.of(Integer.parseInt(national, 0, 3, 10));
      if (area != null) {
        return new DeviceFacts(device, area.country(), area.state(), verdict.type(), area.zones());
      }
    }
    boolean ofCountry = verdict.region().length() == 2;
    boolean placed = ofCountry && !verdict.type().isPlaceless();
    var zones =
        placed
            ? ZonePrefixes.of(verdict.geographical() ? callingCode + national : callingCode)
            : ZoneKey.UNKNOWN;
    return new DeviceFacts(
        device, ofCountry ? verdict.region() : null, null, verdict.type(), zones);
  }
}
