package io.beckon.protocol.compliance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A stored compliance rule; unique over all tenants. */
public record RuleId(long value) {
  public RuleId {
    if (value <= 0) {
      throw new IllegalArgumentException("RuleId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static RuleId parse(String text) {
    try {
      return new RuleId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a RuleId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
