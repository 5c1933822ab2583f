package io.beckon.protocol.compliance;

import io.beckon.protocol.dialing.AttemptId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one {@link CheckRequest}.
 *
 * @param denial null: allowed, and (unless only explained) booked under the attempt's id
 * @param at when the check was made, by Redis's clock
 */
public record Verdict(AttemptId attempt, DecisionId decision, Instant at, @Nullable Denial denial) {
  public boolean allowed() {
    return denial == null;
  }
}
