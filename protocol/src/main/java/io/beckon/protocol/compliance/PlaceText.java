package io.beckon.protocol.compliance;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt went, or a rule looks, as one text: {@code US-FL.GA} (a country and states it
 * may be in), {@code US}, or nothing where it is not known.
 */
public final class PlaceText {
  private PlaceText() {}

  /**
   * @param country ISO 3166 alpha-2; null: not known, whatever the states
   * @param states two letters, without the country; none: not known
   */
  public static String of(@Nullable String country, Set<String> states) {
    return country == null
        ? ""
        : country + (states.isEmpty() ? "" : "-" + String.join(".", new TreeSet<>(states)));
  }
}
