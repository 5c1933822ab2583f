package io.beckon.protocol.compliance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** One answer of the compliance pool. */
public record DecisionId(UUID value) {
  /** A new, time-ordered id (UUID version 7, RFC 9562). */
  public static DecisionId create() {
    return new DecisionId(UuidCreator.getTimeOrderedEpoch());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DecisionId parse(String text) {
    return new DecisionId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
