package io.beckon.protocol.suppression;

import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what is to be suppressed as checks will meet it: E.164, an address, or a Client ID. */
public sealed interface SuppressedValue {
  record Valid(String value) implements SuppressedValue {}

  /**
   * @param reason a sentence that does not repeat the text
   */
  record Invalid(String code, String reason) implements SuppressedValue {}

  /**
   * @param country ISO 3166 alpha-2, of numbers without country code
   */
  static SuppressedValue read(String text, SuppressionType type, String country) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new Invalid("BAD_VALUE", "is empty");
    }
    if (type == SuppressionType.CLIENT_ID) {
      return trimmed.length() <= 64
          ? new Valid(trimmed)
          : new Invalid("TOO_LONG", "is longer than the 64 characters of a Client ID");
    }
    return trimmed.indexOf('@') >= 0 ? email(trimmed) : phone(trimmed, country);
  }

  private static SuppressedValue phone(String text, String country) {
    PhoneReading reading = PhoneNumbers.parseSuppressed(text, country);
    return reading instanceof PhoneReading.Dialable phone
        ? new Valid(phone.facts().device().value())
        : new Invalid(PhoneReading.Rejected.CODE, ((PhoneReading.Rejected) reading).reason());
  }

  private static SuppressedValue email(String text) {
    return text.length() <= 254 && Address.SHAPE.matcher(text).matches()
        ? new Valid(text.toLowerCase(Locale.ROOT))
        : new Invalid("INVALID_EMAIL", "is not a valid e-mail address");
  }

  /** The shape of an e-mail address; whether it exists only its server knows. */
  final class Address {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private Address() {}
  }
}
