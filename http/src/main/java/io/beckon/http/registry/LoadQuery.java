package io.beckon.http.registry;

import io.beckon.http.InvalidRequestException;
import io.beckon.protocol.registry.Registries.NewLoad;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of a load, read before the file is. */
record LoadQuery(Kind kind, LocalDate dataDate, String name, long tolerate, boolean shrink) {
  LoadQuery(Map<String, String> query) {
    this(
        kind(query.getOrDefault("kind", "FULL")),
        date(query.get("dataDate")),
        name(query.getOrDefault("name", "upload")),
        tolerate(query.getOrDefault("tolerate", "0")),
        "true".equalsIgnoreCase(query.get("shrink")));
  }

  NewLoad of(Path file) {
    return new NewLoad(kind, dataDate, name, file, tolerate, shrink);
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw bad("kind", "kind is FULL or DELTA, was " + text + ".");
    }
  }

  private static LocalDate date(@Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw bad(
          "dataDate",
          "dataDate says as of which day the file is, such as 2026-11-01; was "
              + (text == null ? "missing" : text)
              + ".");
    }
  }

  private static String name(String text) {
    if (text.isBlank() || text.length() > 200) {
      throw bad("name", "name has 1 to 200 characters.");
    }
    return text;
  }

  private static long tolerate(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw bad("tolerate", "tolerate is how many lines may be unreadable, was " + text + ".");
    }
    return Long.parseLong(text);
  }

  private static InvalidRequestException bad(String field, String message) {
    return InvalidRequestException.field(field, "INVALID_VALUE", message);
  }
}
