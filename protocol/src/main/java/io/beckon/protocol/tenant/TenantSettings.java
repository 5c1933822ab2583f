package io.beckon.protocol.tenant;

import io.beckon.protocol.device.Zones;
import io.beckon.protocol.reference.Territories;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has settled once for all its lists and groups.
 *
 * @param country ISO 3166 alpha-2: of numbers without country code
 * @param timeZone IANA zone taken where the number names none (toll-free, unknown); null: the zones
 *     of the country
 * @param callerId E.164; what a called person sees where neither list nor group says it
 * @param excludedTerritories IANA zones that do not count where a number, a postal code or a state
 *     may be elsewhere too; null, as a tenant begins: remote islands
 */
public record TenantSettings(
    String country,
    @Nullable String timeZone,
    @Nullable String callerId,
    List<String> excludedTerritories) {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Pattern CALLER_ID = Pattern.compile("\\+[1-9][0-9]{5,14}");

  public TenantSettings {
    country = country.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(country)) {
      throw new IllegalArgumentException(
          "country must be a code of ISO 3166 with two letters, was: " + country);
    }
    if (timeZone != null) {
      requireZone("timeZone", timeZone);
    }
    if (callerId != null && !CALLER_ID.matcher(callerId).matches()) {
      throw new IllegalArgumentException("callerId must be E.164, like +12125550100");
    }
    excludedTerritories =
        excludedTerritories == null
            ? Territories.REMOTE_ISLANDS
            : excludedTerritories.stream().distinct().sorted().toList();
    excludedTerritories.forEach(zone -> requireZone("excludedTerritories", zone));
  }

  public static TenantSettings of(String country) {
    return new TenantSettings(country, null, null, Territories.REMOTE_ISLANDS);
  }

  /** Fixed offsets, {@code Etc/GMT+5} too, know no summer time. */
  private static void requireZone(String field, String zone) {
    if (!Zones.isZone(zone) || zone.equals("UTC")) {
      throw new IllegalArgumentException(
          field + " must be an IANA zone such as America/Chicago, was: " + zone);
    }
  }
}
