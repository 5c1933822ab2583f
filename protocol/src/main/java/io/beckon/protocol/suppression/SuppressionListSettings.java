package io.beckon.protocol.suppression;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets of a suppression list.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param channels none: all
 * @param required applies to every group of the tenant, running ones too
 * @param retention null: permanent
 * @param expires from then on the whole list suppresses nobody
 * @param country ISO 3166 alpha-2, of numbers without country code; null: the tenant's
 */
public record SuppressionListSettings(
    String name,
    SuppressionType type,
    Set<Channel> channels,
    boolean required,
    @Nullable Retention retention,
    @Nullable Instant expires,
    @Nullable String country) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public SuppressionListSettings {
    name = name.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    country = country == null ? null : country.strip().toUpperCase(Locale.ROOT);
    if (country != null && !COUNTRIES.contains(country)) {
      throw new InvalidField("country", "is two letters of ISO 3166, was " + country);
    }
    channels = Channels.sorted(channels);
    retention = retention == null ? Retention.PERMANENT : retention;
  }

  /** A list of devices that applies to everything, as a folder drop makes it. */
  public static SuppressionListSettings requiredDevices(String name) {
    return new SuppressionListSettings(
        name, SuppressionType.DEVICE, Set.of(), true, Retention.PERMANENT, null, null);
  }
}
