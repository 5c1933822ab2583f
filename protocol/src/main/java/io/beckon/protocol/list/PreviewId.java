package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One preview of an uploaded file; unique over all tenants. */
public record PreviewId(long value) {
  public PreviewId {
    if (value <= 0) {
      throw new IllegalArgumentException("PreviewId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PreviewId parse(String text) {
    try {
      return new PreviewId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a PreviewId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
