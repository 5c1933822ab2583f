package io.beckon.protocol.device;

import io.beckon.protocol.device.AreaCodes.AreaCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plainly written numbers of the United States and Canada, without the library: some twenty times
 * as fast. What is not plain, or not certain by area code and exchange alone, is left to the
 * library; whatever is read here is read there the same ({@code NanpNumbersTest}).
 */
final class NanpNumbers {
  /** Area codes that libphonenumber 9.0.43 grants only some exchanges. */
  private static final Set<Integer> IN_PART = Set.of(983);

  /**
   * The plan does not tell mobiles from others; {@code NanpNumbersTest} holds it for every code.
   */
  private static final LineType GEOGRAPHIC = LineType.FIXED_LINE_OR_MOBILE;

  private static final int DIGITS = 10;

  private NanpNumbers() {}

  /**
   * The facts of a plain number; null: ask the library.
   *
   * @param country of numbers without {@code +}
   */
  static @Nullable DeviceFacts read(String text, String country) {
    boolean international = text.startsWith("+");
    if (!international && !country.equals("US") && !country.equals("CA")) {
      return null;
    }
    var e164 = e164(text, international);
    if (e164 == null) {
      return null;
    }
    int npa = number(e164, 2);
    AreaCode code = AreaCodes.of(npa);
    if (code == null || e164[5] < '2' || IN_PART.contains(npa)) {
      return null;
    }
    return new DeviceFacts(
        new Device(new String(e164)), code.country(), code.state(), GEOGRAPHIC, code.zones());
  }

  /** {@code +1} and ten digits out of digits, blanks, dots, dashes and brackets. */
  private static char @Nullable [] e164(String text, boolean international) {
    var all = new char[DIGITS + 2];
    all[0] = '+';
    all[1] = '1';
    int first = 2;
    int at = first;
    boolean country = false;
    for (int i = international ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (at == first && c == '1' && !country) {
          country = true;
        } else if (at == all.length) {
          return null;
        } else {
          all[at++] = c;
        }
      } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
        return null;
      }
    }
    boolean whole = at == all.length && all[first] >= '2' && (country || !international);
    return whole ? all : null;
  }

  private static int number(char[] digits, int from) {
    return (digits[from] - '0') * 100 + (digits[from + 1] - '0') * 10 + digits[from + 2] - '0';
  }
}
