package io.beckon.protocol.registry;

import io.beckon.protocol.InvalidField;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registry as a user lays it down.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param country ISO 3166 alpha-2 of numbers without country code
 * @param maxAgeDays how old its data may be, 1 to what {@link #legalAgeDays} says; null: just that
 */
public record RegistrySettings(String name, String country, @Nullable Integer maxAgeDays) {
  /**
   * US: 16 CFR 310.4(b)(3)(iv), 31 days. Canada: Unsolicited Telecommunications Rules, Part II, 31
   * days. UK: Privacy and Electronic Communications Regulations 2003, regulation 21(3), 28 days.
   */
  private static final Map<String, Integer> LEGAL = Map.of("US", 31, "CA", 31, "GB", 28);

  /** Where no law of ours says more, the strictest that is known. */
  private static final int USUAL = 28;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public RegistrySettings {
    name = name.strip();
    country = country.strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    if (!COUNTRIES.contains(country)) {
      throw new InvalidField("country", "is two letters such as US, was " + country);
    }
    int legal = legalAgeDays(country);
    if (maxAgeDays != null && (maxAgeDays < 1 || maxAgeDays > legal)) {
      throw new InvalidField(
          "maxAgeDays", "is 1 to " + legal + " for " + country + ", was " + maxAgeDays);
    }
  }

  /** How old a registry of that country may be at most. */
  public static int legalAgeDays(String country) {
    return LEGAL.getOrDefault(country, USUAL);
  }

  public int ageDays() {
    return maxAgeDays == null ? legalAgeDays(country) : maxAgeDays;
  }
}
