package io.beckon.protocol.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One way to reach a person: a phone number in E.164 ({@code +} and up to 15 digits) or an e-mail
 * address in lower case. {@link #toString()} hides all but the last two characters, so that a
 * device that slips into a log line says nothing; {@link #value()} is the real one.
 */
public record Device(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Device {
    if (value.isEmpty() || value.length() > 254) {
      throw new IllegalArgumentException("a device has 1 to 254 characters, had " + value.length());
    }
  }

  public boolean isPhone() {
    return value.charAt(0) == '+';
  }

  @Override
  public String toString() {
    return "…" + value.substring(Math.max(0, value.length() - 2));
  }
}
