package io.beckon.protocol.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One version of reference data that is kept; 0 is what comes with the program. */
public record DataId(long value) {
  public static final DataId BUNDLED = new DataId(0);

  public DataId {
    if (value < 0) {
      throw new IllegalArgumentException("id must not be negative, was " + value);
    }
  }

  @JsonCreator
  public static DataId parse(String text) {
    if (text.equals("bundled")) {
      return BUNDLED;
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not an id: " + text);
    }
    return new DataId(Long.parseLong(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value == 0 ? "bundled" : Long.toString(value);
  }
}
