package io.beckon.actors.dialing;

import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.DialStore.Settings;
import io.beckon.protocol.dialing.DialStore.Written;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dial session tells itself: results of asynchronous work. A null result is a failure. */
sealed interface SessionMessage extends DialSessionCommand.Internal {
  record Tick() implements SessionMessage {}

  /** What asynchronous work came to, for the incarnation that began it. */
  record Result(SessionIo askedBy, SessionMessage message) implements SessionMessage {}

  /** Try to resume once more. */
  record Retry() implements SessionMessage {}

  /** The fence is ours and the settings are read. */
  record Resumed(@Nullable Beginning beginning, @Nullable Throwable error)
      implements SessionMessage {}

  /** What a session needs before it can go on. */
  record Beginning(long epoch, Settings settings, ContactTimes times) {}

  /** Orphaned claims are back; which open attempts SQL knows. */
  record Recovered(@Nullable List<Written> written, @Nullable Throwable error)
      implements SessionMessage {}

  /** Settings, rules and zones as they are now. */
  record Refreshed(@Nullable View view, @Nullable Throwable error) implements SessionMessage {}

  record View(Settings settings, ContactTimes times, List<ZoneKey> zones) {}

  record Claimed(@Nullable List<ClaimedRecord> records, @Nullable Throwable error)
      implements SessionMessage {}

  /** Compliance has answered, or not in time. */
  record Checked(Batch batch, @Nullable List<Verdict> verdicts, @Nullable Throwable error)
      implements SessionMessage {}

  /** Records that wait for compliance. */
  record Batch(List<AttemptId> attempts, List<ClaimedRecord> records, Instant validUntil) {}

  /** The attempt rows stand; these may be placed. */
  record Stored(
      List<AttemptId> attempts,
      Instant authorisedAt,
      @Nullable List<AttemptId> gone,
      @Nullable Throwable error)
      implements SessionMessage {}

  record GivenBack(@Nullable Throwable error) implements SessionMessage {}

  /** Persist what has been reported since. */
  record Flush() implements SessionMessage {}

  record WroteBack(List<AttemptId> attempts, @Nullable Throwable error) implements SessionMessage {}

  record Slept(@Nullable Throwable error) implements SessionMessage {}
}
