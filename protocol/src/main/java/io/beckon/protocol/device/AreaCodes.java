package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The geographic area codes of the United States and Canada. libphonenumber names one zone, at
 * times the wrong one, for codes that a zone border crosses; here such a code has all its zones.
 */
final class AreaCodes {
  /** One area code; its zones already contain whatever the library says of any of its exchanges. */
  record AreaCode(String country, @Nullable String state, ZoneKey zones) {}

  private static final @Nullable AreaCode[] BY_NUMBER = load();

  private AreaCodes() {}

  /** Null for numbers of other countries and for codes of no place (800, 900, 500). */
  static @Nullable AreaCode of(PhoneNumber number) {
    if (number.getCountryCode() != 1) {
      return null;
    }
    long code = number.getNationalNumber() / 10_000_000L;
    return code < 0 || code > 999 ? null : of((int) code);
  }

  /**
   * @param code 0 to 999
   */
  static @Nullable AreaCode of(int code) {
    return BY_NUMBER[code];
  }

  private static @Nullable AreaCode[] load() {
    var table = new @Nullable AreaCode[1000];
    var file = Objects.requireNonNull(AreaCodes.class.getResourceAsStream("nanp-area-codes.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        var fields = line.split(",", -1);
        table[Integer.parseInt(fields[0])] =
            new AreaCode(
                fields[1],
                fields[2].isEmpty() ? null : fields[2],
                ZoneKey.of(List.of(fields[3].split("\\|"))));
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
