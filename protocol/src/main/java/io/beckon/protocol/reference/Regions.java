package io.beckon.protocol.reference;

import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Zones of whole states and countries.
 *
 * @param states by {@link #key}
 * @param countries by ISO 3166 alpha-2
 */
record Regions(Map<String, ZoneKey> states, Map<String, Country> countries) {
  /** States a file may have; ISO 3166-2 has some 5,000, which may be named in several ways. */
  static final int MOST_STATES = 20_000;

  private static final int LONGEST_STATE = 40;

  Regions {
    states = Map.copyOf(states);
    countries = Map.copyOf(countries);
  }

  /** A country, as its numbers tell it. */
  record Country(int callingCode, ZoneKey zones) {}

  ZoneKey state(String country, String state) {
    return states.getOrDefault(key(country, state), ZoneKey.UNKNOWN);
  }

  /** The zones of a number: of its country where nothing is known of its area. */
  ZoneKey zones(DeviceFacts number) {
    var country = number.country() == null ? null : countries.get(number.country());
    return country != null
            && number.device().value().startsWith("+" + country.callingCode())
            && Zones.tellNoArea(number, country.callingCode())
        ? country.zones()
        : number.zones();
  }

  private static String key(String country, String state) {
    return country + " " + state.strip().toUpperCase(Locale.ROOT);
  }

  /** Gathers rows; what is wrong with one is a sentence without its subject, the line. */
  static final class Builder {
    private final Map<String, ZoneKey> states = new HashMap<>();
    private final Map<String, Country> countries = new HashMap<>();

    Optional<String> state(String country, String state, ZoneKey zones) {
      if (state.isEmpty() || state.length() > LONGEST_STATE) {
        return Optional.of(
            "must name a state of 1 to " + LONGEST_STATE + " characters, was " + state);
      }
      if (states.size() >= MOST_STATES) {
        return Optional.of("is beyond the " + MOST_STATES + " states that a file may have");
      }
      return states.putIfAbsent(key(country, state), zones) == null
          ? Optional.empty()
          : Optional.of("names the state " + state + " of " + country + " again");
    }

    Optional<String> country(String country, String callingCode, ZoneKey zones) {
      if (!callingCode.matches("[1-9][0-9]{0,2}")) {
        return Optional.of("must name a calling code of 1 to 3 digits, was " + callingCode);
      }
      var row = new Country(Integer.parseInt(callingCode), zones);
      return countries.putIfAbsent(country, row) == null
          ? Optional.empty()
          : Optional.of("names the country " + country + " again");
    }

    Regions build() {
      return new Regions(states, countries);
    }
  }
}
