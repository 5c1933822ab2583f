package io.beckon.protocol.reference;

import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.States;
import io.beckon.protocol.device.ZoneKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference data read from a file. Where it has a prefix of a number, the zones, state and line
 * type of the longest one stand; what its row leaves blank, and a postal code that is not in it, is
 * as the program knows it. Where nothing is known of a number's area, it is in the zones of its
 * country.
 */
public final class DataSet implements ReferenceData {
  /**
   * What a row says.
   *
   * @param zones null: the program's own
   */
  record Place(@Nullable ZoneKey zones, @Nullable String state, @Nullable LineType lineType) {}

  private static final Place NOTHING = new Place(null, null, null);

  private final Heading heading;
  private final Counts counts;
  private final PrefixTable numbers;
  private final Map<String, PrefixTable> postalCodes;
  private final Regions regions;
  private final List<Place> places;

  /**
   * What a file says of itself.
   *
   * @param version 1 to 64 characters
   * @param date of the data
   */
  public record Heading(String version, LocalDate date) {}

  /** How many prefixes of numbers and of postal codes, states and countries it has. */
  public record Counts(int numbers, int postalCodes, int states, int countries) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  DataSet(
      Heading heading,
      Counts counts,
      PrefixTable numbers,
      Map<String, PrefixTable> postalCodes,
      Regions regions,
      List<Place> places) {
    this.heading = heading;
    this.counts = counts;
    this.numbers = numbers;
    this.postalCodes = Map.copyOf(postalCodes);
    this.regions = regions;
    this.places = List.copyOf(places);
  }

  public Heading heading() {
    return heading;
  }

  public Counts counts() {
    return counts;
  }

  @Override
  public DeviceFacts number(DeviceFacts bundled) {
    if (!bundled.device().isPhone()) {
      return bundled;
    }
    int found = numbers.longest(bundled.device().value().substring(1));
    var place = found < 0 ? NOTHING : places.get(found);
    return new DeviceFacts(
        bundled.device(),
        bundled.country(),
        place.state() == null ? bundled.state() : place.state(),
        place.lineType() == null ? bundled.lineType() : place.lineType(),
        place.zones() == null ? regions.zones(bundled) : place.zones());
  }

  @Override
  public ZoneKey postalCode(String country, String code) {
    var table = postalCodes.get(country);
    int found = table == null ? -1 : table.longest(plain(code));
    var zones = found < 0 ? null : places.get(found).zones();
    return zones == null ? unlisted(country, code) : zones;
  }

  /**
   * As the program knows it; where that is the country as a whole, as the file knows the country.
   */
  private ZoneKey unlisted(String country, String code) {
    var bundled = BUNDLED.postalCode(country, code);
    return bundled.equals(BUNDLED.country(country)) ? country(country) : bundled;
  }

  @Override
  public ZoneKey country(String country) {
    var known = regions.countries().get(country);
    return known == null ? BUNDLED.country(country) : known.zones();
  }

  @Override
  public ZoneKey state(String country, String state) {
    var zones = regions.state(country, state);
    return zones.isUnknown() ? States.zones(country, state) : zones;
  }

  /** Without blanks and dashes, in upper case: {@code SW1A 1AA} is {@code SW1A1AA}. */
  static String plain(String code) {
    var plain = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != ' ' && c != '-') {
        plain.append(c);
      }
    }
    return plain.toString().toUpperCase(Locale.ROOT);
  }
}
