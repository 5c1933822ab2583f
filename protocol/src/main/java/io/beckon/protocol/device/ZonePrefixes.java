package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.prefixmapper.PrefixTimeZonesMap;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The zones of first digits of numbers, as libphonenumber has them, in one step a digit. */
final class ZonePrefixes {
  private static final String DATA = "/com/google/i18n/phonenumbers/timezones/data/map_data";
  private static final ZonePrefixes ALL = read();
  private static final int DIGITS = 10;
  private static final int NONE = 0;

  private int[] next = new int[DIGITS * 64];
  private final List<ZoneKey> zones = new ArrayList<>(List.of(ZoneKey.UNKNOWN));

  private ZonePrefixes() {}

  /**
   * The zones of the longest prefix of a number that has any.
   *
   * @param international with its calling code, without plus sign
   */
  static ZoneKey of(String international) {
    return ALL.longest(international);
  }

  private ZoneKey longest(String digits) {
    var found = ZoneKey.UNKNOWN;
    int row = 0;
    for (int i = 0; i < digits.length(); i++) {
      row = next[row * DIGITS + digits.charAt(i) - '0'];
      if (row == NONE) {
        break;
      }
      found = zones.get(row).isUnknown() ? found : zones.get(row);
    }
    return found;
  }

  private void add(String prefix, ZoneKey key) {
    int row = 0;
    for (int i = 0; i < prefix.length(); i++) {
      int at = row * DIGITS + prefix.charAt(i) - '0';
      if (next[at] == NONE) {
        next[at] = zones.size();
        zones.add(ZoneKey.UNKNOWN);
        if (next.length < zones.size() * DIGITS) {
          next = Arrays.copyOf(next, 2 * next.length);
        }
      }
      row = next[at];
    }
    zones.set(row, key);
  }

  private static ZonePrefixes read() {
    var resource = PhoneNumberToTimeZonesMapper.class.getResourceAsStream(DATA);
    try (var in = new ObjectInputStream(Objects.requireNonNull(resource))) {
      var map = new PrefixTimeZonesMap();
      map.readExternal(in);
      var prefixes = new ZonePrefixes();
      for (var line : map.toString().split("\n")) {
        int bar = line.indexOf('|');
        prefixes.add(
            line.substring(0, bar), Zones.known(List.of(line.substring(bar + 1).split("&"))));
      }
      return prefixes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
