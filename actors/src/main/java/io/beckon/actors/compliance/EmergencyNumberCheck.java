package io.beckon.actors.compliance;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import java.util.List;
import java.util.OptionalInt;

/** Emergency numbers and short codes are never contacted; nobody can switch this off. */
final class EmergencyNumberCheck implements Check.Local {
  private static final RuleRef RULE = new RuleRef("emergency-number", RuleType.SYSTEM, 1);
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();

  /** + and ten digits: the longest a country code and a short code come to. */
  private static final int LONGEST = 11;

  @Override
  public List<Finding> look(Inquiry inquiry) {
    if (inquiry.terms().channel() == Channel.EMAIL) {
      return List.of(Finding.notApplicable(RULE, "an address, not a number"));
    }
    Device device = inquiry.request().device();
    if (!device.isPhone()) {
      return List.of(Finding.denied(RULE, "This is no phone number.", null));
    }
    return List.of(
        device.value().length() <= LONGEST && isShort(device)
            ? Finding.denied(RULE, "This is an emergency number or a short code.", null)
            : Finding.allowed(RULE, "an ordinary number"));
  }

  private static boolean isShort(Device device) {
    String digits = device.value().substring(1);
    OptionalInt countryCode = countryCode(digits);
    if (countryCode.isEmpty()) {
      return true;
    }
    String national = digits.substring(Integer.toString(countryCode.getAsInt()).length());
    return NUMBERS.getRegionCodesForCountryCode(countryCode.getAsInt()).stream()
        .anyMatch(region -> isShort(national, region));
  }

  private static boolean isShort(String national, String region) {
    if (SHORT_NUMBERS.isEmergencyNumber(national, region)) {
      return true;
    }
    try {
      PhoneNumber number = NUMBERS.parse(national, region);
      return SHORT_NUMBERS.isValidShortNumberForRegion(number, region);
    } catch (NumberParseException e) {
      return true;
    }
  }

  /** The one whose prefix the digits have; empty when there is none, as for a bare 911. */
  private static OptionalInt countryCode(String digits) {
    for (int length = 1; length <= 3 && length < digits.length(); length++) {
      int code = Integer.parseInt(digits.substring(0, length));
      if (!NUMBERS.getRegionCodesForCountryCode(code).isEmpty()) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }
}
