package io.beckon.protocol.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All zones of the states, provinces and territories of the United States and Canada. A state that
 * a zone border crosses has the zones on both sides of it.
 */
public final class States {
  private static final Set<String> COUNTRIES = Set.of("US", "CA", "AS", "GU", "MP", "PR", "VI");
  private static final Map<String, String> CODES = new HashMap<>();
  private static final Map<String, ZoneKey> ZONES = load();

  /** As ISO 3166-2 writes it behind the country. */
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");

  private States() {}

  /**
   * The zones of a state. The two countries share no code, so a list of US numbers that names a
   * province means Canada.
   *
   * @param country ISO 3166 alpha-2
   * @param state two letters or the English name, in any case
   * @return {@link ZoneKey#UNKNOWN} when nothing is known
   */
  public static ZoneKey zones(String country, String state) {
    return COUNTRIES.contains(country)
        ? ZONES.getOrDefault(state.strip().toUpperCase(Locale.ROOT), ZoneKey.UNKNOWN)
        : ZoneKey.UNKNOWN;
  }

  /**
   * The code of a state as rules name it.
   *
   * @param country ISO 3166 alpha-2; null: not known
   * @param state a code, or of the United States and Canada the English name, in any case
   * @return empty for what is no code
   */
  public static Optional<String> code(@Nullable String country, @Nullable String state) {
    var text = state == null ? "" : state.strip().toUpperCase(Locale.ROOT);
    var code = country == null || COUNTRIES.contains(country) ? CODES.get(text) : null;
    return Optional.of(code == null ? text : code).filter(SUBDIVISION.asMatchPredicate());
  }

  private static Map<String, ZoneKey> load() {
    Map<String, ZoneKey> zones = new HashMap<>();
    var file = Objects.requireNonNull(States.class.getResourceAsStream("nanp-states.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        var fields = line.split(",", -1);
        var key =
            fields[3].isEmpty()
                ? ofAreaCodes(fields[0], fields[1])
                : ZoneKey.of(List.of(fields[3].split("\\|")));
        zones.put(fields[1], key);
        zones.put(fields[2].toUpperCase(Locale.ROOT), key);
        CODES.put(fields[2].toUpperCase(Locale.ROOT), fields[1]);
      }
      return Map.copyOf(zones);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ZoneKey ofAreaCodes(String country, String state) {
    Set<String> zones = new TreeSet<>();
    for (int code = 0; code < 1000; code++) {
      var area = AreaCodes.of(code);
      if (area != null && area.country().equals(country) && state.equals(area.state())) {
        zones.addAll(List.of(area.zones().value().split("\\|")));
      }
    }
    return ZoneKey.of(zones);
  }
}
