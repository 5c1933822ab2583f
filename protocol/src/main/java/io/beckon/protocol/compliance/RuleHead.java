package io.beckon.protocol.compliance;

import io.beckon.protocol.InvalidField;
import org.jspecify.annotations.Nullable;

/** Checks of what every rule has. */
final class RuleHead {
  private RuleHead() {}

  static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters, had " + stripped.length());
    }
    return stripped;
  }

  static int priority(@Nullable Integer priority) {
    int given = priority == null ? 1 : priority;
    if (given < 1 || given > 1000) {
      throw new InvalidField("priority", "is 1 to 1000, was " + given);
    }
    return given;
  }
}
