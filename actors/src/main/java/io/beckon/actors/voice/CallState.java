package io.beckon.actors.voice;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.GatewayReport.Ended;
import io.beckon.protocol.dialing.GatewayReport.NotPlaced;
import io.beckon.protocol.dialing.GatewayReport.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one attempt stands at the gateway.
 *
 * <pre>
 * Checking ─► Sent ─► Ringing ─► Waiting ─► Talking
 *     │         │        │          │          │
 *     └─────────┴────────┴──► Over ◄┴──────────┘      (kept until the session has stored it)
 * </pre>
 */
sealed interface CallState {
  /** What a session that asks is told; null as long as the network has not reacted. */
  default @Nullable GatewayReport report(AttemptId attempt) {
    return null;
  }

  /** How it ends when this state has lasted too long. */
  Over runsOut(AttemptId attempt, Instant now);

  /** How it ends when the connection to the network is lost. */
  default Over lineLost(AttemptId attempt, Instant now) {
    return runsOut(attempt, now);
  }

  /** The guard is looking; not one byte has gone out. */
  record Checking() implements CallState {
    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return new Over(new NotPlaced(attempt, now, "UNCERTAIN"));
    }
  }

  /** Handed to the network, which has not reacted yet. */
  record Sent(Instant at) implements CallState {
    Ringing placed(Instant placedAt) {
      return new Ringing(placedAt);
    }

    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return new Over(new Ended(attempt, CallResult.UNKNOWN, null, null, now, false));
    }
  }

  /** The network has taken it. */
  record Ringing(Instant placedAt) implements CallState {
    Waiting answered(Instant at) {
      return new Waiting(placedAt, at);
    }

    Over ended(AttemptId attempt, CallResult result, Instant at) {
      return new Over(new Ended(attempt, result, placedAt, null, at, false));
    }

    /** Something that is no person has answered. */
    Over detected(AttemptId attempt, CallResult result, Instant at) {
      return new Over(new Ended(attempt, result, placedAt, at, at, false));
    }

    @Override
    public GatewayReport report(AttemptId attempt) {
      return new Progress(attempt, placedAt, null, false);
    }

    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return ended(attempt, CallResult.UNKNOWN, now);
    }
  }

  /** A person has answered and waits for an agent. */
  record Waiting(Instant placedAt, Instant answeredAt) implements CallState {
    Talking connected() {
      return new Talking(placedAt, answeredAt);
    }

    Over ended(AttemptId attempt, CallResult result, Instant at) {
      return new Over(new Ended(attempt, result, placedAt, answeredAt, at, true));
    }

    @Override
    public GatewayReport report(AttemptId attempt) {
      return new Progress(attempt, placedAt, answeredAt, false);
    }

    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return ended(attempt, CallResult.ABANDONED, now);
    }

    /** The person heard silence through no wish of theirs: counts like an abandoned call. */
    @Override
    public Over lineLost(AttemptId attempt, Instant now) {
      return ended(attempt, CallResult.DROPPED, now);
    }
  }

  /** The person talks to an agent. */
  record Talking(Instant placedAt, Instant answeredAt) implements CallState {
    @Override
    public GatewayReport report(AttemptId attempt) {
      return new Progress(attempt, placedAt, answeredAt, true);
    }

    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return new Over(new Ended(attempt, CallResult.ANSWER, placedAt, answeredAt, now, true));
    }
  }

  /** Final: resent until stored. */
  record Over(GatewayReport report) implements CallState {
    @Override
    public GatewayReport report(AttemptId attempt) {
      return report;
    }

    @Override
    public Over runsOut(AttemptId attempt, Instant now) {
      return this;
    }
  }
}
