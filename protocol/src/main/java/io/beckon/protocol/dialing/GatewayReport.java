package io.beckon.protocol.dialing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a gateway tells the dial session about one attempt. All may arrive twice. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GatewayReport.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = GatewayReport.NotPlaced.class, name = "not-placed"),
  @JsonSubTypes.Type(value = GatewayReport.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = GatewayReport.NotKnown.class, name = "not-known")
})
public sealed interface GatewayReport extends Wire {
  AttemptId attempt();

  /**
   * Placed; after {@code answeredAt} is set, talking to an agent ({@code connected}) or waiting for
   * one.
   */
  record Progress(
      AttemptId attempt, Instant placedAt, @Nullable Instant answeredAt, boolean connected)
      implements GatewayReport {}

  /**
   * Final, and proven: not one byte went out. The reservation is given back, the record returns.
   *
   * @param reason LATE, SUPPRESSED, HALTED, UNCERTAIN, NO_CONNECTION or PACER_SILENT
   */
  record NotPlaced(AttemptId attempt, Instant at, String reason) implements GatewayReport {}

  /**
   * Final.
   *
   * @param placedAt null only when nobody can know whether the network has taken it
   * @param live a person answered
   */
  record Ended(
      AttemptId attempt,
      CallResult result,
      @Nullable Instant placedAt,
      @Nullable Instant answeredAt,
      Instant endedAt,
      boolean live)
      implements GatewayReport {}

  /** This gateway has never placed it and, being past its second, never will. */
  record NotKnown(AttemptId attempt) implements GatewayReport {}
}
