package io.beckon.protocol.campaign;

import io.beckon.protocol.InvalidField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Range checks of settings; each failure names the field, the value and the range. */
final class Checks {
  private Checks() {}

  static void that(boolean holds, String field, String message) {
    if (!holds) {
      throw new InvalidField(field, message);
    }
  }

  static <T> T present(@Nullable T value, String field, String message) {
    if (value == null) {
      throw new InvalidField(field, message);
    }
    return value;
  }

  static void duration(String field, Duration value, Duration least, Duration most) {
    that(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        field,
        "must be " + least + " to " + most + ", was " + value);
  }
}
