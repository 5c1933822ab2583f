package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How fast a group dials.
 *
 * @param simulatedAgents agents of the simulator that are always signed on, 0 to 10,000; default 0
 * @param target what predictive modes steer to; null otherwise
 * @param value the target's value in its unit (ABANDON_RATE: percent)
 * @param multiplier calls in progress per ready agent in progressive mode, 1.0 to 3.0; default 1.0
 * @param maxCallsPerMinute new attempts a minute, 1 to 1,000,000; null: no limit of the group's own
 */
public record PacingSettings(
    int simulatedAgents,
    @Nullable PacingTarget target,
    @Nullable Double value,
    double multiplier,
    @Nullable Integer maxCallsPerMinute) {
  public static final PacingSettings DEFAULT = new PacingSettings(0, null, null, 1.0, null);

  public PacingSettings {
    Checks.that(
        simulatedAgents >= 0 && simulatedAgents <= 10_000,
        "pacing.simulatedAgents",
        "must be 0 to 10000, was " + simulatedAgents);
    Checks.that(
        multiplier >= 1.0 && multiplier <= 3.0,
        "pacing.multiplier",
        "must be 1.0 to 3.0, was " + multiplier);
    Checks.that(
        maxCallsPerMinute == null || (maxCallsPerMinute >= 1 && maxCallsPerMinute <= 1_000_000),
        "pacing.maxCallsPerMinute",
        "must be 1 to 1000000, was " + maxCallsPerMinute);
  }

  @JsonCreator
  static PacingSettings read(
      @JsonProperty("simulatedAgents") @Nullable Integer simulatedAgents,
      @JsonProperty("target") @Nullable PacingTarget target,
      @JsonProperty("value") @Nullable Double value,
      @JsonProperty("multiplier") @Nullable Double multiplier,
      @JsonProperty("maxCallsPerMinute") @Nullable Integer maxCallsPerMinute) {
    return new PacingSettings(
        simulatedAgents == null ? DEFAULT.simulatedAgents : simulatedAgents,
        target,
        value,
        multiplier == null ? DEFAULT.multiplier : multiplier,
        maxCallsPerMinute);
  }
}
