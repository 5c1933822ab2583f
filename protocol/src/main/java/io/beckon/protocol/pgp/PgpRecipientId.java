package io.beckon.protocol.pgp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A recipient of encrypted exports; unique over all tenants. */
public record PgpRecipientId(long value) {
  public PgpRecipientId {
    if (value <= 0) {
      throw new IllegalArgumentException("PgpRecipientId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PgpRecipientId parse(String text) {
    try {
      return new PgpRecipientId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a PgpRecipientId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
