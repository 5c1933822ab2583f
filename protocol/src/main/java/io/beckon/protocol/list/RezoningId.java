package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One re-zoning of one list. */
public record RezoningId(long value) {
  @JsonCreator
  public static RezoningId parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not an id: " + text);
    }
    return new RezoningId(Long.parseLong(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
