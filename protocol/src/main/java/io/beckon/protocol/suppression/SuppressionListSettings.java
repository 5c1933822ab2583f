package io.beckon.protocol.suppression;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.device.Channel;
import java.time.Instant;
import java.util.EnumSet;
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
      throw refused("The name of a list has 1 to 100 characters.", "Choose another name.");
    }
    country = country == null ? null : country.strip().toUpperCase(Locale.ROOT);
    if (country != null && !COUNTRIES.contains(country)) {
      throw refused("There is no country " + country + ".", "Use two letters of ISO 3166: US.");
    }
    channels = channels.isEmpty() ? EnumSet.allOf(Channel.class) : Set.copyOf(channels);
    retention = retention == null ? Retention.PERMANENT : retention;
  }

  /** A list of devices that applies to everything, as a folder drop makes it. */
  public static SuppressionListSettings requiredDevices(String name) {
    return new SuppressionListSettings(
        name, SuppressionType.DEVICE, Set.of(), true, Retention.PERMANENT, null, null);
  }

  private static RefusedException refused(String detail, String remedy) {
    return new RefusedException(Refusal.invalid("INVALID_VALUE", detail, remedy));
  }
}
