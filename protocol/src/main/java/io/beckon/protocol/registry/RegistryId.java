package io.beckon.protocol.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A registry; unique over all tenants. */
public record RegistryId(long value) {
  public RegistryId {
    if (value <= 0) {
      throw new IllegalArgumentException("RegistryId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RegistryId parse(String text) {
    try {
      return new RegistryId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a RegistryId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
