package io.beckon.protocol.device;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Undoes what spreadsheets do to phone numbers when they save them as text: {@code ="+1212…"} and
 * {@code =+1212…}, {@code 12125550123.0}, {@code 1.2125550123E+10}.
 */
final class SpreadsheetText {
  private static final Pattern QUOTED_FORMULA = Pattern.compile("=\\s*\"([^\"]*)\"");
  private static final Pattern SIGNED_FORMULA = Pattern.compile("=\\s*(\\+?\\d[^=]*)");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{5,})[.,]0{1,3}");
  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d{1,3}");

  private SpreadsheetText() {}

  /** The number as it was typed; empty when the spreadsheet has kept only its first digits. */
  static Optional<String> undone(String text) {
    var plain = withoutFormula(text).strip();
    if (EXPONENT.matcher(plain).matches()) {
      var number = new BigDecimal(plain.replace(',', '.'));
      return number.scale() == 0 ? Optional.of(number.toPlainString()) : Optional.empty();
    }
    var decimal = DECIMAL.matcher(plain);
    return Optional.of(decimal.matches() ? decimal.group(1) : plain);
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
