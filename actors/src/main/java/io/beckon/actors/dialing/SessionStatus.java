package io.beckon.actors.dialing;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.dialing.SliceStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a session is doing. */
final class SessionStatus {
  private SessionStatus() {}

  static SliceStatus of(SessionId id, SessionWork work, DialSessionState state, Instant now) {
    boolean full = work.fullStatusAt.plusSeconds(1).isBefore(now);
    @Nullable List<AttemptId> talking = null;
    if (full) {
      work.fullStatusAt = now;
      talking = List.copyOf(work.connected);
    }
    work.statusDue = false;
    int open = state.open().size();
    return new SliceStatus(
        id,
        work.grantSeq,
        work.stock.size(),
        work.checking + Math.max(0, open - work.answered.size()),
        open + work.checking,
        talking,
        work.troubles(now));
  }
}
