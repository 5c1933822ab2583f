package io.beckon.protocol.list;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.device.Zones;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets of a contact list.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param country ISO 3166 alpha-2; null: the tenant's
 * @param timeZone IANA name
 */
public record ContactListSettings(
    String name,
    @Nullable String country,
    @Nullable String timeZone,
    @Nullable String labelSchemaId,
    @Nullable String callerId) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public ContactListSettings {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw refused("The name of a list has 1 to 100 characters.", "Choose another name.");
    }
    country = country == null ? null : country.strip().toUpperCase(Locale.ROOT);
    if (country != null && !COUNTRIES.contains(country)) {
      throw refused("There is no country " + country + ".", "Use two letters of ISO 3166: US.");
    }
    if (timeZone != null && !Zones.isZone(timeZone)) {
      throw refused("There is no zone " + timeZone + ".", "Use an IANA name: America/Chicago.");
    }
    if (labelSchemaId != null) {
      throw refused("Label schemas cannot be used yet.", "Leave labelSchemaId out.");
    }
  }

  public static ContactListSettings named(String name) {
    return new ContactListSettings(name, null, null, null, null);
  }

  private static RefusedException refused(String detail, String remedy) {
    return new RefusedException(Refusal.invalid("INVALID_VALUE", detail, remedy));
  }
}
