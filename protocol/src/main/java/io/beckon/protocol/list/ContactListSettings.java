package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
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
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    country = country == null ? null : country.strip().toUpperCase(Locale.ROOT);
    if (country != null && !COUNTRIES.contains(country)) {
      throw new InvalidField("country", "must be two letters of ISO 3166 like US, was " + country);
    }
    if (timeZone != null && !Zones.isZone(timeZone)) {
      throw new InvalidField(
          "timeZone", "must be an IANA name like America/Chicago, was " + timeZone);
    }
    if (labelSchemaId != null && !labelSchemaId.matches("[1-9]\\d{0,17}")) {
      throw new InvalidField("labelSchemaId", "is of no label schema, was " + labelSchemaId);
    }
  }

  public static ContactListSettings named(String name) {
    return new ContactListSettings(name, null, null, null, null);
  }
}
