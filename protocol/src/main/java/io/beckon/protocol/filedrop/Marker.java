package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;

/**
 * The name of the file that says another one is whole: {@code {name}.done} beside {@code a.csv} is
 * {@code a.csv.done}, {@code {base}.ok} is {@code a.ok}.
 */
public record Marker(String pattern) {
  private static final String NAME = "{name}";
  private static final String BASE = "{base}";
  private static final int LONGEST = 200;

  public Marker {
    boolean named = pattern.contains(NAME) || pattern.contains(BASE);
    if (!named
        || pattern.equals(NAME)
        || pattern.length() > LONGEST
        || pattern.contains("/")
        || pattern.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidField("marker", "must be like {name}.done or {base}.ok, was " + pattern);
    }
  }

  /** The name of the marker of the file that has this name. */
  public String of(String name) {
    int dot = name.lastIndexOf('.');
    return pattern.replace(BASE, dot > 0 ? name.substring(0, dot) : name).replace(NAME, name);
  }
}
