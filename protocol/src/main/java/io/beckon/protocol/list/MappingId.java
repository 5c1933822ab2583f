package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One data mapping; unique over all tenants. */
public record MappingId(long value) {
  public MappingId {
    if (value <= 0) {
      throw new IllegalArgumentException("MappingId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MappingId parse(String text) {
    try {
      return new MappingId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a MappingId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
