package io.beckon.protocol.pgp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tenant's own OpenPGP key; unique over all tenants. */
public record PgpKeyId(long value) {
  public PgpKeyId {
    if (value <= 0) {
      throw new IllegalArgumentException("PgpKeyId must be positive, was " + value);
    }
  }

  /** Reads the decimal text of an id; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PgpKeyId parse(String text) {
    try {
      return new PgpKeyId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a PgpKeyId: " + text, e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
