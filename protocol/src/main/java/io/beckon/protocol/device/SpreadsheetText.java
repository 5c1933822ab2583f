package io.beckon.protocol.device;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what spreadsheets do to phone numbers when they save them as text: {@code ="+1212…"} and
 * {@code =+1212…}, {@code 12125550123.0}, {@code 12,125,550,123.00}, {@code 1.2125550123E+10}. What
 * they have rounded is nobody's number any more.
 */
final class SpreadsheetText {
  private static final Pattern QUOTED_FORMULA = Pattern.compile("=\\s*\"([^\"]*)\"");
  private static final Pattern SIGNED_FORMULA = Pattern.compile("=\\s*(\\+?\\d[^=]*)");
  private static final Pattern EXPONENT =
      Pattern.compile("([+-]?)\\s*(\\d+(?:[.,]\\d+)?)\\s*[eE]\\s*([+-]?\\d{1,3})");
  private static final Pattern TOO_NARROW = Pattern.compile("#{2,}");

  /** {@code 12125550123.0}; few digits and four zeros are a number written 212555.0000. */
  private static final Pattern WHOLE =
      Pattern.compile("(\\+?(?:\\d{9,}|\\d{5,}(?=.0{1,3}$)))[.,]0+");

  /** 1,212,555 and 12,12,555 as in India; the same with apostrophes; decimals must be zeros. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "(\\+?\\d{1,3}(?:,\\d{2,3})*,\\d{3})(?:\\.0*)?|(\\+?\\d{1,3}(?:'\\d{3})+)(?:[.,]0*)?");

  /** Groups that people write too are a spreadsheet's only with decimals. */
  private static final Pattern GROUPED_WHOLE =
      Pattern.compile("(\\+?\\d{1,3}(?: \\d{3}){2,})[.,]0+|(\\+?\\d{1,3}(?:\\.\\d{3})+),0+");

  /** The fraction of a number that begins with no zero, so that it was one to the spreadsheet. */
  private static final Pattern FRACTION =
      Pattern.compile("\\+?[1-9](?:\\d{8,}|\\d{0,2}(?: \\d{3}){2,})[.,]\\d+");

  private static final Pattern NO_DIGIT = Pattern.compile("[^+\\d]");
  private static final int FEWEST_GROUPED = 9;

  private SpreadsheetText() {}

  /**
   * What was typed, or why that cannot be told.
   *
   * @param text null when it is lost
   * @param refusal null when it is not
   */
  record Undone(@Nullable String text, @Nullable String refusal) {}

  static Undone undone(String text) {
    var plain = PhoneText.plain(withoutFormula(text));
    var exponent = EXPONENT.matcher(plain);
    if (exponent.matches()) {
      return scientific(exponent.group(1), exponent.group(2), exponent.group(3));
    }
    if (TOO_NARROW.matcher(plain).matches()) {
      return new Undone(null, PhoneReading.Rejected.LOST_DIGITS);
    }
    var whole = whole(plain);
    return whole == null && FRACTION.matcher(plain).matches()
        ? new Undone(null, PhoneReading.Rejected.FRACTION)
        : new Undone(whole == null ? plain : whole, null);
  }

  /**
   * Whether {@link #undone} leaves every text alone that consists of digits, blanks, {@code +-()/}
   * and so many dots.
   *
   * @param marks how many {@code -()/} there are
   */
  static boolean isUntouched(int dots, int marks) {
    return dots != 1 || marks > 0;
  }

  private static Undone scientific(String sign, String digits, String exponent) {
    var number = new BigDecimal(digits.replace(',', '.') + "E" + exponent);
    return number.scale() == 0
        ? new Undone((sign.equals("+") ? sign : "") + number.toPlainString(), null)
        : new Undone(null, PhoneReading.Rejected.LOST_DIGITS);
  }

  /** Without thousands and zeros behind the decimal point; null if there are none of these. */
  private static @Nullable String whole(String text) {
    var whole = WHOLE.matcher(text);
    if (whole.matches()) {
      return whole.group(1);
    }
    for (var form : new Pattern[] {GROUPED, GROUPED_WHOLE}) {
      var matcher = form.matcher(text);
      if (matcher.matches()) {
        var group = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        var digits = NO_DIGIT.matcher(group).replaceAll("");
        return digits.length() < FEWEST_GROUPED && form == GROUPED_WHOLE ? null : digits;
      }
    }
    return null;
  }

  private static String withoutFormula(String text) {
    for (var form : new Pattern[] {QUOTED_FORMULA, SIGNED_FORMULA}) {
      var matcher = form.matcher(text);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return text;
  }
}
