package io.beckon.protocol.campaign;

import io.beckon.protocol.InvalidField;
import java.time.Duration;

/** Range checks of settings; each failure names the field, the value and the range. */
final class Checks {
  private Checks() {}

  static void that(boolean holds, String field, String message) {
    if (!holds) {
      throw new InvalidField(field, message);
    }
  }

  static void duration(String field, Duration value, Duration least, Duration most) {
    that(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        field,
        "must be " + least + " to " + most + ", was " + value);
  }
}
