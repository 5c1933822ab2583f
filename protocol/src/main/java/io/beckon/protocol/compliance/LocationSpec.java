package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where attempts may go at all.
 *
 * @param action ALLOW: only to these places; DENY: to all but these
 * @param places 1 to 1000
 */
@JsonDeserialize
public record LocationSpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    LocationRule.Action action,
    List<Place> places)
    implements RuleSpec {

  /**
   * What is given must hold together; of each field, one value. What is left out is anything.
   *
   * @param country ISO 3166 alpha-2
   * @param states subdivisions of that country
   * @param areaCodes digits behind the country code, {@code 212}, of a number of that country
   * @param exchanges three digits behind the area code of a number of North America, {@code 555}
   * @param postalCodes of the contact; {@code 100*} for all that begin so
   */
  public record Place(
      String country,
      Set<String> states,
      Set<String> areaCodes,
      Set<String> exchanges,
      Set<String> postalCodes) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern STATE = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern AREA_CODE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern EXCHANGE = Pattern.compile("[0-9]{3}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{0,10}\\*?");

    public Place {
      country = country.strip().toUpperCase(Locale.ROOT);
      states = read("states", states, STATE);
      areaCodes = read("areaCodes", areaCodes, AREA_CODE);
      exchanges = read("exchanges", exchanges, EXCHANGE);
      postalCodes = read("postalCodes", postalCodes, POSTAL_CODE);
      if (!COUNTRY.matcher(country).matches()) {
        throw new InvalidField("country", "has two letters such as US, was " + country);
      }
    }

    private static Set<String> read(String field, Set<String> values, Pattern shape) {
      Set<String> read =
          values.stream()
              .map(value -> value.strip().toUpperCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
      for (String value : read) {
        if (!shape.matcher(value).matches()) {
          throw new InvalidField(field, "cannot hold \"" + value + "\"");
        }
      }
      return read;
    }
  }

  public LocationSpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
    places = List.copyOf(places);
    if (places.isEmpty() || places.size() > 1000) {
      throw new InvalidField("places", "are 1 to 1000, were " + places.size());
    }
  }

  @Override
  public RuleType type() {
    return RuleType.LOCATION;
  }

  @Override
  public LocationRule compile(RuleRef ref) {
    return new LocationRule(
        ref,
        name,
        required,
        channels,
        action,
        places.stream().map(LocationRule.Place::of).toList());
  }
}
