package io.beckon.protocol.suppression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Optional;

/** How long an entry holds after it was made: {@code PERMANENT}, or a period such as P5Y. */
public record Retention(@JsonValue String text) {
  public static final Retention PERMANENT = new Retention("PERMANENT");

  @JsonCreator
  public Retention {
    text = text.strip().toUpperCase(Locale.ROOT);
    if (!text.equals("PERMANENT") && !isPositive(text)) {
      throw new IllegalArgumentException(
          "retention is PERMANENT or an ISO-8601 period such as P5Y, was: " + text);
    }
  }

  /** The end of an entry made now; empty for good. */
  public Optional<Instant> end(Instant made) {
    return text.equals("PERMANENT")
        ? Optional.empty()
        : Optional.of(made.atOffset(ZoneOffset.UTC).plus(amount(text)).toInstant());
  }

  private static boolean isPositive(String text) {
    try {
      TemporalAmount amount = amount(text);
      return Instant.EPOCH.atOffset(ZoneOffset.UTC).plus(amount).toInstant().isAfter(Instant.EPOCH);
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  private static TemporalAmount amount(String text) {
    return text.contains("T") ? Duration.parse(text) : Period.parse(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
