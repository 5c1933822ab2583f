package io.beckon.protocol.reference;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's own word on where numbers are: country code and area code to one zone. It goes before
 * everything else that is known of a number; of several entries the longest one holds.
 */
public final class ZoneMap {
  /** Entries a tenant may have. */
  public static final int MOST = 20_000;

  public static final ZoneMap NONE = new ZoneMap(List.of());

  private final List<Entry> entries;
  private final PrefixTable table;
  private final List<ZoneKey> zones;

  /**
   * One line of the map.
   *
   * @param countryCode calling code, 1 to 3 digits: 1, 44
   * @param areaCode the digits after it, 1 to 9; null or empty: all numbers of the country code
   * @param zone IANA name
   */
  public record Entry(String countryCode, @Nullable String areaCode, String zone) {
    public Entry {
      countryCode = countryCode.strip().replaceFirst("^\\+", "");
      areaCode = areaCode == null || areaCode.isBlank() ? "" : areaCode.strip();
      zone = zone.strip();
      if (!countryCode.matches("[1-9][0-9]{0,2}")) {
        throw new InvalidField(
            "entries.countryCode", "must be 1 to 3 digits such as 44, was " + countryCode);
      }
      if (!areaCode.matches("[0-9]{0,9}")) {
        throw new InvalidField(
            "entries.areaCode", "must be at most 9 digits such as 850, was " + areaCode);
      }
      if (!Zones.isZone(zone)) {
        throw new InvalidField(
            "entries.zone", "must be an IANA name like America/Chicago, was " + zone);
      }
    }

    String prefix() {
      return countryCode + areaCode;
    }
  }

  private ZoneMap(List<Entry> entries) {
    this.entries = entries;
    var prefixes = new PrefixTable.Builder();
    zones = new ArrayList<>(entries.size());
    for (var entry : entries) {
      prefixes.add(entry.prefix(), zones.size());
      zones.add(new ZoneKey(entry.zone()));
    }
    table = prefixes.build();
  }

  /** Refuses too many entries, and two for the same numbers (422). */
  public static ZoneMap of(List<Entry> entries) {
    if (entries.size() > MOST) {
      throw new InvalidField("entries", "may be " + MOST + " at most, were " + entries.size());
    }
    try {
      return entries.isEmpty() ? NONE : new ZoneMap(List.copyOf(entries));
    } catch (PrefixTable.DuplicatePrefixException e) {
      throw new InvalidField(
          "entries", "name the numbers that begin with +" + e.getMessage() + " twice");
    }
  }

  public List<Entry> entries() {
    return entries;
  }

  /** The zone of a number; null when the map has nothing on it. */
  @Nullable ZoneKey of(String e164) {
    if (zones.isEmpty() || !e164.startsWith("+")) {
      return null;
    }
    int found = table.longest(e164.substring(1));
    return found < 0 ? null : zones.get(found);
  }
}
