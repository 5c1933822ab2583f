package io.beckon.persistence;

import io.beckon.protocol.device.LineType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Line types as they are stored: by one letter. */
public final class LineTypeSql {
  private static final String WHENS =
      Arrays.stream(LineType.values())
          .map(type -> " WHEN '" + type.code() + "' THEN '" + type + "'")
          .collect(Collectors.joining());

  private LineTypeSql() {}

  /** An expression that gives the name of the type in a column; null where that is null. */
  public static String name(String column) {
    return "CASE " + column + WHENS + " END";
  }
}
