package io.beckon.protocol.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries as files name them: two letters, three letters, or the English name. */
public final class Countries {
  private static final Map<String, String> BY_NAME = byName();

  private Countries() {}

  /** ISO 3166 alpha-2. */
  public static Optional<String> parse(String text) {
    return Optional.ofNullable(BY_NAME.get(text.strip().toUpperCase(Locale.ROOT)));
  }

  private static Map<String, String> byName() {
    var map = new HashMap<String, String>();
    for (var code : Locale.getISOCountries()) {
      var country = new Locale("", code);
      map.put(code, code);
      map.put(country.getISO3Country(), code);
      map.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
    }
    map.put("UK", "GB");
    map.put("USA", "US");
    map.put("UNITED STATES OF AMERICA", "US");
    return Map.copyOf(map);
  }
}
