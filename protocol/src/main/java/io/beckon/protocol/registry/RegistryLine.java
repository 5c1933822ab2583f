package io.beckon.protocol.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;

/**
 * Reads lines of registry files: {@code 2015550123}, {@code 201,5550123}, {@code +12015550123},
 * {@code (201) 555-0123}, {@code 01632 960001}; of a delta followed by {@code A} (added) or {@code
 * D} (removed) as the last field. Fields are parted by comma, semicolon, tab or pipe; what stands
 * between is passed over.
 *
 * <p>Numbers of the North American plan are taken as they are, in use or not; others as
 * libphonenumber reads them.
 */
public final class RegistryLine {
  /** No number stands here. */
  public static final long UNREADABLE = -1;

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final long NANP = 10_000_000_000L;
  private static final int NANP_CODE = 1;
  private static final int LONGEST = 200;

  private final String country;
  private final boolean nanp;

  /**
   * @param country ISO 3166 alpha-2 of numbers without country code
   */
  public RegistryLine(String country) {
    this.country = country;
    this.nanp = LIBRARY.getCountryCodeForRegion(country) == NANP_CODE;
  }

  /** The digits of an E.164 number, or {@link #UNREADABLE}. */
  public long number(String line) {
    if (line.length() > LONGEST) {
      return UNREADABLE;
    }
    int first = fieldEnd(line, 0);
    long area = nanp ? digits(line, 0, first, 3) : UNREADABLE;
    if (area != UNREADABLE && first < line.length()) {
      int second = fieldEnd(line, first + 1);
      long local = digits(line, first + 1, second, 7);
      return local == UNREADABLE ? UNREADABLE : nanp(area * 10_000_000 + local);
    }
    return number(line, first);
  }

  /** Whether the last field says that the number was removed. */
  public static boolean removes(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) <= ' ') {
      end--;
    }
    return end > 1 && (line.charAt(end - 1) | 0x20) == 'd' && fieldEnd(line, end - 2) == end - 2;
  }

  /** Whether a line may be the file's header: it has letters and no digit. */
  public static boolean isHeader(String line) {
    return line.chars().noneMatch(Character::isDigit) && line.chars().anyMatch(Character::isLetter);
  }

  private long number(String line, int end) {
    long plain = nanp ? digits(line, 0, end, 10) : UNREADABLE;
    return plain == UNREADABLE ? byLibrary(line.substring(0, end).strip()) : nanp(plain);
  }

  private static long nanp(long national) {
    return national / 1_000_000_000 < 2 ? UNREADABLE : NANP + national;
  }

  private long byLibrary(String text) {
    try {
      var number = LIBRARY.parse(text, country);
      return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Long.parseLong(LIBRARY.format(number, PhoneNumberFormat.E164).substring(1))
          : UNREADABLE;
    } catch (NumberParseException e) {
      return UNREADABLE;
    }
  }

  /** Exactly {@code wanted} digits with nothing but punctuation about them. */
  private static long digits(String line, int from, int end, int wanted) {
    long value = 0;
    int found = 0;
    for (int i = from; i < end; i++) {
      char c = line.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        found++;
      } else if (c > ' ' && "()-.\"".indexOf(c) < 0) {
        return UNREADABLE;
      }
    }
    return found == wanted ? value : UNREADABLE;
  }

  private static int fieldEnd(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ',' || c == ';' || c == '\t' || c == '|') {
        return i;
      }
    }
    return line.length();
  }
}
