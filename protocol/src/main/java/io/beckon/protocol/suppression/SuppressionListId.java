package io.beckon.protocol.suppression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A suppression list; unique over all tenants. */
public record SuppressionListId(long value) {
  public SuppressionListId {
    if (value <= 0) {
      throw new IllegalArgumentException("SuppressionListId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SuppressionListId parse(String text) {
    try {
      return new SuppressionListId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a SuppressionListId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
