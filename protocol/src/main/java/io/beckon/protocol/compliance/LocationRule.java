package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether attempts may go to a place. What is not known of it may be a place that is denied, and is
 * none that is allowed.
 *
 * @param name as its maker called it
 * @param places ALLOW: every place it may go to is among them; DENY: none is
 */
public record LocationRule(
    RuleRef ref,
    String name,
    boolean required,
    Set<Channel> channels,
    Action action,
    List<Place> places)
    implements CompiledRule {
  /** The contact's postal code, among {@link CheckRequest#fields}. */
  public static final String POSTAL_CODE = "postalCode";

  public LocationRule {
    channels = Set.copyOf(channels);
    places = List.copyOf(places);
  }

  /** What a rule does with its places. */
  public enum Action {
    ALLOW,
    DENY
  }

  /**
   * One place an attempt may go to; null: not known.
   *
   * @param areaCode empty: it has none
   * @param exchange empty: it has none
   */
  public record Spot(
      @Nullable String country,
      @Nullable String state,
      @Nullable String areaCode,
      @Nullable String exchange,
      @Nullable String postalCode) {}

  /** A place a rule names; a field without values is anything. Codes are in plain form. */
  record Place(
      String country,
      Set<String> states,
      Set<String> areaCodes,
      Set<String> exchanges,
      Set<String> postalCodes,
      List<String> postalPrefixes) {
    static Place of(LocationSpec.Place written) {
      return new Place(
          written.country(),
          written.states(),
          written.areaCodes(),
          written.exchanges(),
          written.postalCodes().stream()
              .filter(code -> !code.endsWith("*"))
              .map(LocationRule::plain)
              .collect(Collectors.toUnmodifiableSet()),
          written.postalCodes().stream()
              .filter(code -> code.endsWith("*"))
              .map(code -> plain(code.substring(0, code.length() - 1)))
              .toList());
    }

    boolean holds(Spot spot, boolean whenUnknown) {
      return (spot.country() == null ? whenUnknown : country.equals(spot.country()))
          && in(states, spot.state(), whenUnknown)
          && in(areaCodes, spot.areaCode(), whenUnknown)
          && in(exchanges, spot.exchange(), whenUnknown)
          && postal(spot.postalCode(), whenUnknown);
    }

    private static boolean in(Set<String> wanted, @Nullable String value, boolean whenUnknown) {
      return wanted.isEmpty() || (value == null ? whenUnknown : wanted.contains(value));
    }

    private boolean postal(@Nullable String value, boolean whenUnknown) {
      if (!looksAtPostalCode()) {
        return true;
      }
      if (value == null) {
        return whenUnknown;
      }
      String code = plain(value);
      // The first five digits of ZIP+4 are the ZIP code.
      boolean plusFour = country.equals("US") && code.length() == 9;
      return postalCodes.contains(code)
          || (plusFour && postalCodes.contains(code.substring(0, 5)))
          || postalPrefixes.stream().anyMatch(code::startsWith);
    }

    boolean looksAtPostalCode() {
      return !postalCodes.isEmpty() || !postalPrefixes.isEmpty();
    }
  }

  /**
   * Whether this rule lets it pass.
   *
   * @param spots every place it may go to; at least one
   */
  public boolean allows(List<Spot> spots) {
    return action == Action.ALLOW
        ? spots.stream().allMatch(spot -> places.stream().anyMatch(p -> p.holds(spot, false)))
        : spots.stream().noneMatch(spot -> places.stream().anyMatch(p -> p.holds(spot, true)));
  }

  @Override
  public Set<String> fields() {
    return places.stream().anyMatch(Place::looksAtPostalCode) ? Set.of(POSTAL_CODE) : Set.of();
  }

  private static String plain(String code) {
    var plain = new StringBuilder(code.length());
    code.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toUpperCase(Locale.ROOT);
  }
}
