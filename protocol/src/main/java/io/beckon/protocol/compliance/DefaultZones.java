package io.beckon.protocol.compliance;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Territories;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which zones stand in for a device that may be anywhere in the tenant's country. */
public final class DefaultZones {
  /** Countries that share a calling code; the library would answer with all of them. */
  private static final Map<String, ZoneKey> SHARED_CODE =
      Map.of(
          "US",
          ZoneKey.of(
              List.of(
                  "America/New_York",
                  "America/Chicago",
                  "America/Denver",
                  "America/Phoenix",
                  "America/Los_Angeles",
                  "America/Anchorage",
                  "Pacific/Honolulu")),
          "CA",
          ZoneKey.of(
              List.of(
                  "America/St_Johns",
                  "America/Halifax",
                  "America/Toronto",
                  "America/Winnipeg",
                  "America/Regina",
                  "America/Edmonton",
                  "America/Vancouver")));

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private DefaultZones() {}

  /**
   * @param chosen the tenant's own choice, an IANA name; null: every zone of its country
   * @param country ISO 3166 alpha-2
   * @param excluded does not count as long as the country has other zones
   */
  public static ZoneKey of(@Nullable String chosen, String country, Territories excluded) {
    if (chosen != null && KNOWN.contains(chosen)) {
      return new ZoneKey(chosen);
    }
    ZoneKey shared = SHARED_CODE.get(country);
    return excluded.without(shared == null ? byNumber(country) : shared);
  }

  private static ZoneKey byNumber(String country) {
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    for (PhoneNumberType type : List.of(PhoneNumberType.TOLL_FREE, PhoneNumberType.MOBILE)) {
      PhoneNumber example = library.getExampleNumberForType(country, type);
      if (example != null) {
        List<String> zones =
            PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(example).stream()
                .filter(KNOWN::contains)
                .toList();
        if (!zones.isEmpty()) {
          return ZoneKey.of(zones);
        }
      }
    }
    return new ZoneKey("UTC");
  }
}
