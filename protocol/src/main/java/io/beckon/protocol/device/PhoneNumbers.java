package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers as people write them. {@code 07…} and {@code +44 7…} come out as the same
 * device. A text without {@code +} is national in the given country; if it is no valid number there
 * but starts with an international prefix of other countries (00, 011), it is read as an
 * international one. A bare country code is never guessed. What a spreadsheet made of a number
 * ({@code ="+1…"}, {@code 1.2125550123E+10}) is undone where no digit is lost, and refused where
 * one is.
 */
public final class PhoneNumbers {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 60;
  private static final Pattern INTERNATIONAL = Pattern.compile("^\\s*\\(?(?:00|011)\\)?[\\s.-]*");

  private PhoneNumbers() {}

  /**
   * Reads a number that is to be dialled.
   *
   * @param country ISO 3166 alpha-2 of numbers without country code, such as {@code US}
   */
  public static PhoneReading parse(String text, String country) {
    return read(text, country, false);
  }

  /**
   * Reads a number that must not be dialled: an extension, which {@link #parse} refuses, is left
   * out, so that the whole line is suppressed.
   */
  public static PhoneReading parseSuppressed(String text, String country) {
    return read(text, country, true);
  }

  private static PhoneReading read(String text, String country, boolean dropExtension) {
    var trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return new PhoneReading.Rejected("is too long for a phone number");
    }
    var plain = PlainNumbers.read(trimmed, country);
    return plain == null
        ? byLibrary(trimmed, country, dropExtension)
        : new PhoneReading.Dialable(plain);
  }

  /** Without the short way for plain numbers, which must come to the same. */
  static PhoneReading byLibrary(String trimmed, String country, boolean dropExtension) {
    var plain = PhoneText.plain(trimmed);
    if (plain.isEmpty()) {
      return new PhoneReading.Rejected("is empty");
    }
    var undone = SpreadsheetText.undone(plain);
    if (undone.text() == null) {
      return new PhoneReading.Rejected(Objects.requireNonNull(undone.refusal()));
    }
    var number = valid(undone.text(), country);
    if (number == null) {
      return new PhoneReading.Rejected(
          "is not a valid phone number, neither of " + country + " nor an international one");
    }
    if (number.hasExtension() && !dropExtension) {
      return new PhoneReading.Rejected("has an extension, which cannot be dialled");
    }
    return new PhoneReading.Dialable(facts(number));
  }

  private static @Nullable PhoneNumber valid(String text, String country) {
    var asWritten = attempt(text, country);
    if (asWritten != null) {
      return asWritten;
    }
    var prefix = INTERNATIONAL.matcher(text);
    return prefix.lookingAt() ? attempt("+" + text.substring(prefix.end()), country) : null;
  }

  private static @Nullable PhoneNumber attempt(String text, String country) {
    try {
      var number = LIBRARY.parse(text, country);
      return LIBRARY.isValidNumber(number) ? number : null;
    } catch (NumberParseException e) {
      return null;
    }
  }

  private static DeviceFacts facts(PhoneNumber number) {
    var device = new Device(LIBRARY.format(number, PhoneNumberFormat.E164));
    var type = LineType.of(LIBRARY.getNumberType(number));
    var areaCode = AreaCodes.of(number);
    if (areaCode != null) {
      return new DeviceFacts(device, areaCode.country(), areaCode.state(), type, areaCode.zones());
    }
    var region = LIBRARY.getRegionCodeForNumber(number);
    var country = region == null || region.length() != 2 ? null : region;
    return new DeviceFacts(device, country, null, type, Zones.of(number, country, type));
  }
}
