package io.beckon.protocol.list;

import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.reference.Locator.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of rows are taken.
 *
 * @param country ISO 3166 alpha-2 of numbers without country code, where the row names none
 * @param timeZone of devices whose zone nothing tells: the list's
 * @param needDevices whether a row whose device fields are all blank is refused
 * @param premiumRate whether premium-rate numbers are taken
 * @param locator the same from the first row to the last
 */
public record CookTerms(
    String country,
    @Nullable String timeZone,
    boolean needDevices,
    boolean premiumRate,
    Locator locator) {
  /** Terms of rows that have to name a device, and no premium-rate number. */
  public static CookTerms of(String country, @Nullable String timeZone, Locator locator) {
    return new CookTerms(country, timeZone, true, false, locator);
  }

  public CookTerms allowingPremiumRate(boolean allowed) {
    return new CookTerms(country, timeZone, needDevices, allowed, locator);
  }

  /** All zones a device may be in; the list's where nothing tells one. */
  public ZoneKey zones(String device, ZoneKey byNumber, Whereabouts contact) {
    var zones = locator.zones(device, byNumber, contact);
    return zones.isUnknown() && timeZone != null ? new ZoneKey(timeZone) : zones;
  }

  /** What tells of a contact's place; a postal code or state without country is of the list's. */
  public Whereabouts whereabouts(Whereabouts contact) {
    return contact.usually(country);
  }
}
