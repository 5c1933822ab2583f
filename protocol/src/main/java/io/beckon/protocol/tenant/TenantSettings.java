package io.beckon.protocol.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 * @param excludedTerritories IANA zones that do not count as candidates of a number
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
    excludedTerritories = List.copyOf(excludedTerritories);
    excludedTerritories.forEach(zone -> requireZone("excludedTerritories", zone));
  }

  public static TenantSettings of(String country) {
    return new TenantSettings(country, null, null, List.of());
  }

  private static void requireZone(String field, String zone) {
    try {
      if (ZoneId.of(zone) instanceof ZoneOffset || !zone.contains("/")) {
        throw new IllegalArgumentException(field + " must be an IANA zone, was: " + zone);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(field + " must be an IANA zone, was: " + zone, e);
    }
  }
}
