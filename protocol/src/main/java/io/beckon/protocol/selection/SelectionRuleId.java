package io.beckon.protocol.selection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A selection rule; unique over all tenants. */
public record SelectionRuleId(long value) {
  public SelectionRuleId {
    if (value <= 0) {
      throw new IllegalArgumentException("SelectionRuleId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SelectionRuleId parse(String text) {
    try {
      return new SelectionRuleId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a SelectionRuleId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
