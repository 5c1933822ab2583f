package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One label schema; unique over all tenants. */
public record LabelSchemaId(long value) {
  public LabelSchemaId {
    if (value <= 0) {
      throw new IllegalArgumentException("LabelSchemaId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LabelSchemaId parse(String text) {
    try {
      return new LabelSchemaId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a LabelSchemaId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
