package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/**
 * The parts of a phone number that say where it is.
 *
 * @param areaCode digits behind the country code, also of a network without a place (800, 7911);
 *     empty: there is none
 * @param exchange the three digits behind it in North America; empty: there is none
 */
public record NumberParts(String areaCode, String exchange) {
  private static final NumberParts NONE = new NumberParts("", "");
  private static final Pattern AMERICAN = Pattern.compile("\\+1[0-9]{10}");
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** None for an e-mail address. */
  public static NumberParts of(Device device) {
    String value = device.value();
    if (AMERICAN.matcher(value).matches()) {
      return new NumberParts(value.substring(2, 5), value.substring(5, 8));
    }
    return device.isPhone() ? elsewhere(value) : NONE;
  }

  private static NumberParts elsewhere(String value) {
    try {
      var number = LIBRARY.parse(value, null);
      int length = LIBRARY.getLengthOfNationalDestinationCode(number);
      String national = LIBRARY.getNationalSignificantNumber(number);
      return length <= 0 || length > national.length()
          ? NONE
          : new NumberParts(national.substring(0, length), "");
    } catch (NumberParseException e) {
      return NONE;
    }
  }
}
