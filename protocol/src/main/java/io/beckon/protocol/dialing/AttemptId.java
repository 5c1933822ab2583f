package io.beckon.protocol.dialing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** One try on one device; also the id of its reservation in Redis. */
public record AttemptId(UUID value) {
  /** A new, time-ordered id (UUID version 7, RFC 9562). */
  public static AttemptId create() {
    return new AttemptId(UuidCreator.getTimeOrderedEpoch());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AttemptId parse(String text) {
    return new AttemptId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
