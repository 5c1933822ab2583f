package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.beckon.protocol.dialing.CallResult;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do after an attempt that ended in one of {@code callResults}.
 *
 * @param callResults at least one
 * @param action RETRY_IN, NEXT_IN_CHAIN or UPDATE
 * @param interval RETRY_IN: wait before the first retry, PT1S to P31D
 * @param increment RETRY_IN: added to the wait with each further retry, PT0S to P31D
 * @param count RETRY_IN: retries after the first attempt, 1 to 100
 * @param next RETRY_IN: what follows the last retry, NEXT_IN_CHAIN or UPDATE; null is UPDATE
 */
public record Treatment(
    List<CallResult> callResults,
    TreatmentAction action,
    @Nullable Duration interval,
    @Nullable Duration increment,
    @Nullable Integer count,
    @Nullable TreatmentAction next) {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Set<TreatmentAction> SUPPORTED =
      EnumSet.of(TreatmentAction.RETRY_IN, TreatmentAction.NEXT_IN_CHAIN, TreatmentAction.UPDATE);
  private static final Set<TreatmentAction> AFTER_RETRIES =
      EnumSet.of(TreatmentAction.NEXT_IN_CHAIN, TreatmentAction.UPDATE);

  @JsonCreator
  public Treatment(
      @JsonProperty(value = "callResults", required = true) List<CallResult> callResults,
      @JsonProperty(value = "action", required = true) TreatmentAction action,
      @JsonProperty("interval") @Nullable Duration interval,
      @JsonProperty("increment") @Nullable Duration increment,
      @JsonProperty("count") @Nullable Integer count,
      @JsonProperty("next") @Nullable TreatmentAction next) {
    Checks.that(
        callResults != null && !callResults.isEmpty(),
        "treatments.callResults",
        "must name at least one call result");
    Checks.that(action != null, "treatments.action", "is missing");
    Checks.that(
        SUPPORTED.contains(action),
        "treatments.action",
        "must be one of " + SUPPORTED + ", was " + action);
    if (action == TreatmentAction.RETRY_IN) {
      Duration first =
          Checks.present(interval, "treatments.interval", "is missing; RETRY_IN needs one");
      Checks.duration("treatments.interval", first, Duration.ofSeconds(1), LONGEST);
      if (increment != null) {
        Checks.duration("treatments.increment", increment, Duration.ZERO, LONGEST);
      }
      Checks.that(
          count != null && count >= 1 && count <= 100,
          "treatments.count",
          "must be 1 to 100, was " + count);
      Checks.that(
          next == null || AFTER_RETRIES.contains(next),
          "treatments.next",
          "must be one of " + AFTER_RETRIES + ", was " + next);
    } else {
      Checks.that(
          interval == null && increment == null && count == null && next == null,
          "treatments",
          "interval, increment, count and next belong to RETRY_IN, not to " + action);
    }
    this.callResults = List.copyOf(callResults);
    this.action = action;
    this.interval = interval;
    this.increment = increment;
    this.count = count;
    this.next = next;
  }

  /** The wait before the {@code k}-th retry, k from 1. */
  public Duration waitBefore(int k) {
    Duration first = interval == null ? Duration.ZERO : interval;
    Duration more = increment == null ? Duration.ZERO : increment.multipliedBy(k - 1L);
    return first.plus(more);
  }

  public int retries() {
    return count == null ? 0 : count;
  }
}
