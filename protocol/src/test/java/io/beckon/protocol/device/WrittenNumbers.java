package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up numbers of a country, right and nearly right ones, and writes them as people,
 * spreadsheets and scripts do; the same ones for the same seed, millions in seconds.
 */
final class WrittenNumbers {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String[] BETWEEN = {"", " ", "-", ".", "/", " - ", ") ", " ("};
  private static final String[] BEHIND = {"", ".0", ".00", ".000", ".0000", ",0", ".5", ".12", "."};
  private static final String PLAIN = "0123456789 -.()+/";

  private final SplittableRandom random;
  private final String callingCode;
  private final List<String> examples = new ArrayList<>();

  WrittenNumbers(String region, long seed) {
    random = new SplittableRandom(seed);
    callingCode = Integer.toString(LIBRARY.getCountryCodeForRegion(region));
    for (var type : PhoneNumberType.values()) {
      var number = LIBRARY.getExampleNumberForType(region, type);
      if (number != null) {
        examples.add(LIBRARY.getNationalSignificantNumber(number));
      }
    }
  }

  /** A text that is a number, or nearly one. */
  String next() {
    var text = new StringBuilder(prefix());
    grouped(text, national());
    if (random.nextInt(4) == 0) {
      text.append(BEHIND[random.nextInt(BEHIND.length)]);
    }
    for (int spoilt = random.nextInt(8); spoilt > 5; spoilt--) {
      int at = random.nextInt(text.length());
      if (random.nextInt(3) == 0 && text.length() > 1) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, PLAIN.charAt(random.nextInt(PLAIN.length())));
      }
    }
    return text.toString().strip();
  }

  /** The digits behind the country code: mostly of a number that there may be. */
  String national() {
    var digits = new StringBuilder(examples.get(random.nextInt(examples.size())));
    int changed = random.nextInt(digits.length() + 1);
    for (int i = digits.length() - changed; i < digits.length(); i++) {
      digits.setCharAt(i, digit());
    }
    if (random.nextInt(12) == 0) {
      digits.append(digit());
    } else if (random.nextInt(12) == 0) {
      digits.setLength(digits.length() - 1);
    }
    return digits.toString();
  }

  private char digit() {
    return (char) ('0' + random.nextInt(10));
  }

  private String prefix() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> "+" + callingCode + between();
      case 3 -> "+" + callingCode + " (0)";
      case 4 -> "00" + callingCode + between();
      case 5 -> "011 " + callingCode + between();
      case 6 -> callingCode + between();
      case 7, 8 -> "0";
      case 9 -> "1" + between();
      case 10 -> random.nextBoolean() ? "8" : "(";
      default -> "";
    };
  }

  private String between() {
    return BETWEEN[random.nextInt(BETWEEN.length)];
  }

  /** All at once, in pairs, in threes, or anyhow. */
  private void grouped(StringBuilder text, String digits) {
    int size = random.nextInt(5);
    if (size < 2) {
      text.append(digits);
      return;
    }
    var between = between();
    for (int i = 0; i < digits.length(); i++) {
      boolean ends = size == 4 ? random.nextInt(4) == 0 : i % size == 0;
      text.append(i > 0 && ends ? between : "").append(digits.charAt(i));
    }
  }
}
