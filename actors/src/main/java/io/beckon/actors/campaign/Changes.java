package io.beckon.actors.campaign;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunState;
import java.util.Optional;

/** What of a group's settings may change while it has a run. */
final class Changes {
  private Changes() {}

  static Optional<Refusal> refusal(RunState state, GroupSettings old, GroupSettings now) {
    if (state == RunState.NOT_LOADED || state == RunState.COMPLETED) {
      return Optional.empty();
    }
    if (old.channel() != now.channel()) {
      return fixed("channel");
    } else if (!old.lists().equals(now.lists())) {
      return fixed("lists");
    } else if (!old.carrierId().equals(now.carrierId())) {
      return fixed("carrierId");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> fixed(String field) {
    return Optional.of(
        Refusal.conflict(
            "FIXED_WHILE_LOADED",
            field + " cannot change while the group is loaded.",
            "Unload the group first."));
  }
}
