package io.beckon.protocol.device;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which zones a device may be in, by its number and by what else is known of it. */
public final class Zones {
  private static final PhoneNumberToTimeZonesMapper MAPPER =
      PhoneNumberToTimeZonesMapper.getInstance();
  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  private static final Map<Integer, ZoneKey> OF_COUNTRIES = new ConcurrentHashMap<>();

  private Zones() {}

  /** The zones of a number outside the table of area codes. */
  static ZoneKey of(PhoneNumber number, @Nullable String country, LineType type) {
    if (country == null || type.isPlaceless()) {
      return ZoneKey.UNKNOWN;
    }
    return known(MAPPER.getTimeZonesForNumber(number));
  }

  /** The key of the zones that clocks here know. */
  static ZoneKey known(Collection<String> candidates) {
    return ZoneKey.of(candidates.stream().filter(KNOWN::contains).toList());
  }

  /**
   * Whether nothing is known of the area of a number: its zones are those of all its country, or
   * there are none although such numbers belong to places.
   *
   * @param callingCode of the number: 49
   */
  public static boolean tellNoArea(DeviceFacts facts, int callingCode) {
    if (facts.zones().isUnknown()) {
      return facts.lineType() != null && !facts.lineType().isPlaceless();
    }
    return facts.zones().equals(OF_COUNTRIES.computeIfAbsent(callingCode, Zones::ofCountry));
  }

  private static ZoneKey ofCountry(int callingCode) {
    var number = new PhoneNumber().setCountryCode(callingCode).setNationalNumber(0);
    return known(MAPPER.getTimeZonesForGeographicalNumber(number));
  }

  /**
   * The union of what the number says and a zone given with the contact.
   *
   * @param given IANA name; null when none was given
   */
  public static ZoneKey withGiven(ZoneKey byNumber, @Nullable String given) {
    if (given == null) {
      return byNumber;
    }
    if (byNumber.isUnknown()) {
      return new ZoneKey(given);
    }
    var all = new TreeSet<>(Set.of(byNumber.value().split("\\|")));
    all.add(given);
    return ZoneKey.of(all);
  }

  /** Whether a text is the name of an IANA zone that clocks here know; fixed offsets are not. */
  public static boolean isZone(String name) {
    return KNOWN.contains(name) && name.indexOf('/') > 0 && !name.startsWith("Etc/")
        || name.equals("UTC");
  }
}
