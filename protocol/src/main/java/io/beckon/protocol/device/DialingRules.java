package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How a number is written within one country: what stands in front of numbers abroad and of
 * national ones, and how long the latter are.
 *
 * @param callingCode in digits
 * @param abroad in front of calling codes (00)
 * @param national in front of national numbers (0)
 * @param transform what a national prefix with its number becomes; empty: the prefix is dropped
 * @param possible bit n: national numbers have n digits
 * @param local bit n: n digits are dialled within an area only
 * @param plan of all countries of the calling code
 * @param region its place in the plan
 */
record DialingRules(
    String callingCode,
    DigitPrefix abroad,
    DigitPrefix national,
    String transform,
    int possible,
    int local,
    NumberingPlan plan,
    int region) {
  static DialingRules of(PhoneMetadata metadata, NumberingPlan plan) {
    var general = metadata.getGeneralDesc();
    return new DialingRules(
        Integer.toString(metadata.getCountryCode()),
        DigitPrefix.of(metadata.getInternationalPrefix()),
        DigitPrefix.of(metadata.getNationalPrefixForParsing()),
        metadata.getNationalPrefixTransformRule(),
        bits(general.getPossibleLengthList()),
        bits(general.getPossibleLengthLocalOnlyList()),
        plan,
        plan.indexOf(metadata.getId()));
  }

  /** Digits behind the prefix for numbers abroad; null when there is none. */
  @Nullable String behindAbroad(String digits) {
    int end = abroad.end(digits);
    return end < 0 || end < digits.length() && digits.charAt(end) == '0'
        ? null
        : digits.substring(end);
  }

  /** Digits behind the country's own calling code; null when they are rather national ones. */
  @Nullable String behindOwnCode(String digits) {
    if (!digits.startsWith(callingCode)) {
      return null;
    }
    var rest = withoutNationalPrefix(digits.substring(callingCode.length()));
    boolean rather = !isGenerally(digits) && isGenerally(rest);
    return rather || isTooLong(digits) ? rest : null;
  }

  /** The national number without what is dialled in front of it. */
  String significant(String digits) {
    var stripped = withoutNationalPrefix(digits);
    return isLengthOfNumbers(stripped.length()) ? stripped : digits;
  }

  private String withoutNationalPrefix(String digits) {
    var stripped = national.without(digits, transform);
    return stripped == null || isGenerally(digits) && !isGenerally(stripped) ? digits : stripped;
  }

  private boolean isGenerally(String digits) {
    return plan.isGenerally(digits, region);
  }

  private boolean isTooLong(String digits) {
    return digits.length() > 31 - Integer.numberOfLeadingZeros(possible)
        && !isIn(local, digits.length());
  }

  /** Neither too short nor of no such length; too long ones are left as they are. */
  private boolean isLengthOfNumbers(int length) {
    return !isIn(local, length)
        && (isIn(possible, length) || length > 31 - Integer.numberOfLeadingZeros(possible));
  }

  private static boolean isIn(int bits, int length) {
    return length < 32 && (bits & 1 << length) != 0;
  }

  private static int bits(Iterable<Integer> lengths) {
    int bits = 0;
    for (int length : lengths) {
      bits |= length < 0 ? 0 : 1 << length;
    }
    return bits;
  }
}
