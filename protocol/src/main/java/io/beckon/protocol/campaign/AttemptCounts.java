package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.beckon.protocol.dialing.CallResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's attempts.
 *
 * @param total all authorised ones that were not proven unplaced, open ones included
 * @param byResult of those that have ended
 * @param live answered by people
 * @param lost of those, abandoned or dropped
 */
public record AttemptCounts(
    long total, Map<CallResult, Long> byResult, @JsonIgnore long live, @JsonIgnore long lost) {
  public static final AttemptCounts NONE = new AttemptCounts(0, Map.of(), 0, 0);

  public AttemptCounts {
    byResult = Map.copyOf(byResult);
  }

  /** (abandoned + dropped) / answered by live people, 0 to 100; null without a live answer. */
  public @Nullable Double abandonRatePct() {
    return live == 0 ? null : 100.0 * lost / live;
  }
}
