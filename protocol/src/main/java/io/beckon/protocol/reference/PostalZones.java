package io.beckon.protocol.reference;

import io.beckon.protocol.device.ZoneKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What comes with the program of postal codes, and of countries as a whole: two tables that are
 * made by {@code protocol/src/generate/postal-zones}, where their sources and dates stand.
 */
final class PostalZones {
  static final PostalZones BUNDLED = new PostalZones();

  private final Map<String, PrefixTable> codes = new HashMap<>();
  private final List<ZoneKey> zones = new ArrayList<>();
  private final Map<String, ZoneKey> countries = new HashMap<>();
  private final LocalDate date;

  private PostalZones() {
    Map<String, PrefixTable.Builder> prefixes = new HashMap<>();
    var made = read("postal-zones.csv", fields -> add(prefixes, fields));
    prefixes.forEach((country, table) -> codes.put(country, table.build()));
    var other = read("country-zones.csv", fields -> countries.put(fields[0], key(fields[1])));
    date = made.isBefore(other) ? made : other;
  }

  /** When the older of the two tables was made. */
  LocalDate date() {
    return date;
  }

  private void add(Map<String, PrefixTable.Builder> prefixes, String[] fields) {
    var table = prefixes.computeIfAbsent(fields[0], country -> new PrefixTable.Builder());
    for (var prefix : fields[2].split(" ")) {
      table.add(prefix, zones.size());
    }
    zones.add(key(fields[1]));
  }

  /**
   * All zones a postal code may be in. Where the table has codes of the country, one that it does
   * not have is not known: those of field post may be anywhere. Of other countries any code is in
   * all zones of the country.
   */
  ZoneKey code(String country, String code) {
    var table = codes.get(country);
    if (table == null) {
      return country(country);
    }
    int found = table.longest(DataSet.plain(code));
    return found < 0 ? ZoneKey.UNKNOWN : zones.get(found);
  }

  /** All zones of a country, one of those that keep the same time. */
  ZoneKey country(String country) {
    return countries.getOrDefault(country, ZoneKey.UNKNOWN);
  }

  private static ZoneKey key(String zones) {
    return ZoneKey.of(List.of(zones.split("\\|")));
  }

  /** Reads what follows the first line, {@code # 2026-11-29}, which is returned. */
  private static LocalDate read(String name, Consumer<String[]> row) {
    var file = Objects.requireNonNull(PostalZones.class.getResourceAsStream(name));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      var made = LocalDate.parse(Objects.requireNonNull(lines.readLine()).substring(2));
      lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(",")).forEach(row);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
