package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An upload rule; unique over all tenants. */
public record UploadRuleId(long value) {
  public UploadRuleId {
    if (value <= 0) {
      throw new IllegalArgumentException("UploadRuleId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UploadRuleId parse(String text) {
    try {
      return new UploadRuleId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a UploadRuleId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
