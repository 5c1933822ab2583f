package io.beckon.protocol.campaign;

import io.beckon.protocol.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group's pacer sees.
 *
 * @param occupancyPct share of agents' time spent with calls over the last minute, 0 to 100; null
 *     without agents or samples
 * @param reasons why nothing (or no more) is dialled, as codes; empty while dialing freely
 */
public record PacingView(
    int agentsReady,
    int agentsTalking,
    int agentsWrapUp,
    int dialing,
    @Nullable Double occupancyPct,
    List<String> reasons)
    implements Wire {
  public static final PacingView IDLE = new PacingView(0, 0, 0, 0, null, List.of());

  public PacingView {
    reasons = List.copyOf(reasons);
  }
}
