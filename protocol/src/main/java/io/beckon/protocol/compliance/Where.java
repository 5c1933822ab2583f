package io.beckon.protocol.compliance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places a rule is for.
 *
 * @param country ISO 3166 alpha-2; null: everywhere
 * @param states subdivisions of that country; empty: all of it
 */
public record Where(@Nullable String country, Set<String> states) {
  public static final Where ANYWHERE = new Where(null, Set.of());

  public Where {
    states = Set.copyOf(states);
    if (country == null && !states.isEmpty()) {
      throw new IllegalArgumentException("states need their country");
    }
  }

  /**
   * A place that is not known may be this one, so the rule counts: the stricter reading.
   *
   * @param theirStates every one they may be in; empty: not known
   */
  public boolean mayBe(@Nullable String theirCountry, Set<String> theirStates) {
    if (country == null) {
      return true;
    }
    if (theirCountry != null && !theirCountry.equals(country)) {
      return false;
    }
    return states.isEmpty()
        || theirStates.isEmpty()
        || theirStates.stream().anyMatch(states::contains);
  }

  /** For rules that widen: a place that is not known, or may be another, is not this one. */
  public boolean surelyIs(@Nullable String theirCountry, Set<String> theirStates) {
    return country == null
        || (country.equals(theirCountry)
            && (states.isEmpty() || (!theirStates.isEmpty() && states.containsAll(theirStates))));
  }
}
