package io.beckon.protocol.reference;

import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import io.beckon.protocol.reference.DataSet.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of reference data: UTF-8, comma-separated, nothing quoted. The first line is {@code
 * beckon-reference-data,1,VERSION,DATE}, the second {@code
 * kind,country,prefix,zones,state,lineType}; lines that begin with {@code #} and blank ones are
 * passed over. All of it is looked at before any of it is taken.
 */
public final class DataSetReader {
  /** Rows a file may have. */
  public static final int MOST_ROWS = 3_000_000;

  private static final String COLUMNS = "kind,country,prefix,zones,state,lineType";
  private static final int FIELDS = 6;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Flaws flaws = new Flaws();
  private final PrefixTable.Builder numbers = new PrefixTable.Builder();
  private final Map<String, PrefixTable.Builder> postalCodes = new HashMap<>();
  private final Map<Place, Integer> places = new HashMap<>();
  private final Map<String, ZoneKey> zones = new HashMap<>();
  private final Regions.Builder regions = new Regions.Builder();
  private int numberRows;
  private int postalRows;

  private DataSetReader() {}

  /**
   * @throws BadReferenceDataException with what is wrong and where
   */
  public static DataSet read(InputStream file) throws IOException {
    return new DataSetReader()
        .read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
  }

  private DataSet read(BufferedReader file) throws IOException {
    var lines = new Lines(file);
    var heading = heading(lines.next());
    var columns = lines.next();
    if (columns == null || !columns.strip().equals(COLUMNS)) {
      flaws.add(lines.number(), "must be the names of the columns: " + COLUMNS);
    }
    for (var line = lines.next(); line != null && !flaws.enough(); line = lines.next()) {
      row(lines.number(), line);
      if (numberRows + postalRows > MOST_ROWS) {
        flaws.add(lines.number(), "is beyond the " + MOST_ROWS + " rows that a file may have");
        break;
      }
    }
    flaws.check();
    return built(heading == null ? new DataSet.Heading("", LocalDate.EPOCH) : heading);
  }

  private DataSet built(DataSet.Heading heading) {
    Map<String, PrefixTable> byCountry = new HashMap<>();
    var inOrder = new ArrayList<Place>(places.keySet());
    places.forEach((place, at) -> inOrder.set(at, place));
    try {
      var table = numbers.build();
      postalCodes.forEach((country, prefixes) -> byCountry.put(country, prefixes.build()));
      var known = regions.build();
      var counts =
          new DataSet.Counts(
              numberRows, postalRows, known.states().size(), known.countries().size());
      return new DataSet(heading, counts, table, byCountry, known, inOrder);
    } catch (PrefixTable.DuplicatePrefixException e) {
      flaws.add(0, "names the prefix " + e.getMessage() + " twice");
      throw flaws.exception();
    }
  }

  private DataSet.@Nullable Heading heading(@Nullable String line) {
    var fields = line == null ? List.<String>of() : fields(line.replace("\uFEFF", ""));
    if (fields.size() != 4
        || !fields.get(0).equals("beckon-reference-data")
        || !fields.get(1).equals("1")) {
      flaws.add(1, "must be beckon-reference-data,1,VERSION,DATE");
      return null;
    }
    var version = fields.get(2);
    if (version.isEmpty() || version.length() > 64) {
      flaws.add(1, "must name a version of 1 to 64 characters");
    }
    try {
      return new DataSet.Heading(version, LocalDate.parse(fields.get(3)));
    } catch (DateTimeParseException e) {
      flaws.add(1, "must name a date such as 2026-11-22, was " + fields.get(3));
      return null;
    }
  }

  private void row(int line, String text) {
    var fields = fields(text);
    if (fields.size() != FIELDS) {
      flaws.add(line, "has " + fields.size() + " fields where there are " + FIELDS);
      return;
    }
    switch (fields.get(0)) {
      case "NUMBER" -> number(line, fields);
      case "POSTAL" -> postalCode(line, fields);
      case "STATE", "COUNTRY" -> region(line, fields);
      default ->
          flaws.add(line, "must be of kind NUMBER, POSTAL, STATE or COUNTRY, was " + fields.get(0));
    }
  }

  private void number(int line, List<String> fields) {
    var prefix = fields.get(2);
    if (!PrefixTable.canHold(prefix) || !prefix.matches("[1-9][0-9]*")) {
      flaws.add(
          line, "must name a prefix of 1 to 12 digits, the country code first, was " + prefix);
      return;
    }
    if (!fields.get(1).isEmpty()) {
      flaws.add(line, "must leave the country of a number blank, was " + fields.get(1));
      return;
    }
    int place = place(line, fields);
    if (place >= 0) {
      numbers.add(prefix, place);
      numberRows++;
    }
  }

  private void postalCode(int line, List<String> fields) {
    var country = fields.get(1);
    var prefix = DataSet.plain(fields.get(2));
    if (!COUNTRIES.contains(country)) {
      flaws.add(line, "must name a country of ISO 3166 like US, was " + country);
      return;
    }
    if (!PrefixTable.canHold(prefix)) {
      flaws.add(line, "must name a postal code of 1 to 12 letters and digits, was " + prefix);
      return;
    }
    if (fields.get(3).isEmpty()) {
      flaws.add(line, "must name the zones of the postal code");
      return;
    }
    int place = place(line, fields);
    if (place >= 0) {
      postalCodes.computeIfAbsent(country, c -> new PrefixTable.Builder()).add(prefix, place);
      postalRows++;
    }
  }

  private void region(int line, List<String> fields) {
    var country = fields.get(1);
    var key = zones(line, fields.get(3));
    if (!COUNTRIES.contains(country)) {
      flaws.add(line, "must name a country of ISO 3166 like US, was " + country);
    } else if (fields.get(3).isEmpty()) {
      flaws.add(line, "must name the zones");
    } else if (!fields.get(4).isEmpty() || !fields.get(5).isEmpty()) {
      flaws.add(line, "must leave state and lineType blank");
    } else if (key != null) {
      var flaw =
          fields.get(0).equals("STATE")
              ? regions.state(country, fields.get(2), key)
              : regions.country(country, fields.get(2), key);
      flaw.ifPresent(reason -> flaws.add(line, reason));
    }
  }

  /** The row's place among all that differ; -1 when something is wrong with it. */
  private int place(int line, List<String> fields) {
    var key = zones(line, fields.get(3));
    var type = fields.get(5).isEmpty() ? null : LineType.named(fields.get(5)).orElse(null);
    if (type == null && !fields.get(5).isEmpty()) {
      flaws.add(line, "must name one of " + List.of(LineType.values()) + ", was " + fields.get(5));
      return -1;
    }
    var state = fields.get(4);
    if (state.length() > 10) {
      flaws.add(line, "must name a state of at most 10 characters, was " + state);
      return -1;
    }
    if (key == null && !fields.get(3).isEmpty()) {
      return -1;
    }
    var place = new Place(key, state.isEmpty() ? null : state, type);
    return places.computeIfAbsent(place, p -> places.size());
  }

  private @Nullable ZoneKey zones(int line, String text) {
    if (text.isEmpty()) {
      return null;
    }
    var known = zones.get(text);
    if (known == null) {
      for (var zone : text.split("\\|", -1)) {
        if (!Zones.isZone(zone)) {
          flaws.add(line, "must name IANA zones joined by |, has " + zone);
          return null;
        }
      }
      known = ZoneKey.of(List.of(text.split("\\|")));
      zones.put(text, known);
    }
    return known;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(FIELDS);
    for (var field : line.split(",", -1)) {
      fields.add(field.strip());
    }
    return fields;
  }
}
