package io.beckon.protocol.dialing;

import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a dial session keeps in SQL. Every call that takes an {@code epoch} is fenced: when a newer
 * incarnation has resumed, it changes nothing and fails with {@link Fenced}.
 */
public interface DialStore {
  /** Takes the session over: raises the fence and returns the new epoch, 1 the first time. */
  CompletionStage<Long> resume(SessionId session);

  /** Returns records claimed by earlier incarnations and not in {@code open} to ready. */
  CompletionStage<Integer> returnOrphans(SessionId session, long epoch, List<RecordId> open);

  /** The group's settings and their revision. */
  CompletionStage<Settings> settings(SessionId session);

  /** The zone keys that ready records of this slice have. */
  CompletionStage<List<ZoneKey>> readyZones(SessionId session);

  /** Takes up to {@code limit} records that are ready now in one of these zones. */
  CompletionStage<List<ClaimedRecord>> claim(SessionId session, Claim claim);

  /** Gives claimed records back: ready again, suppressed or final. */
  CompletionStage<Void> release(SessionId session, long epoch, List<Release> releases);

  /**
   * Writes attempts and marks their records, before any is placed; all but those it answers with,
   * whose contact or device was removed from its list meanwhile.
   */
  CompletionStage<List<AttemptId>> authorise(
      SessionId session, long epoch, List<NewAttempt> attempts);

  /** Which of these attempts are written, and what is needed to give the others back. */
  CompletionStage<List<Written>> written(SessionId session, List<Open> open);

  /** Sets the time of placing while a call goes on; idempotent. */
  CompletionStage<Void> placed(List<PlacedAt> placed);

  /** Writes outcomes and next steps; idempotent by attempt id. */
  CompletionStage<Void> writeBack(SessionId session, List<Outcome> outcomes);

  /** The session is empty and its run over: nobody needs to wake it again. */
  CompletionStage<Void> finish(SessionId session, long epoch);

  /** A newer incarnation of the session has taken over. */
  final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fenced(SessionId session) {
      super("session " + session.entityId() + " was taken over", null, false, false);
    }
  }

  /** A group's settings as of a revision. */
  record Settings(GroupSettings settings, long revision, @Nullable String tenantCallerId) {}

  /**
   * What those contacts have in these fields, of every contact every field, empty when it has none;
   * names as in {@link io.beckon.protocol.compliance.CheckRequest#fields}.
   */
  CompletionStage<Map<ContactId, Map<String, String>>> contactFields(
      SessionId session, List<ClaimedRecord> records, Set<String> names);

  /** What to claim. */
  record Claim(long epoch, List<ZoneKey> openZones, Instant now, int limit) {}

  /** One claimed record to give back. */
  record Release(RecordId record, NextStep step) {}

  /** An attempt to write; {@code made} includes it. */
  record NewAttempt(
      AttemptId attempt,
      ClaimedRecord record,
      Channel channel,
      String node,
      Instant authorisedAt,
      Verdict verdict) {}

  /** An open attempt as the journal knows it. */
  record Open(AttemptId attempt, RecordId record) {}

  /**
   * An open attempt as SQL knows it.
   *
   * @param present false: its row was never written, so it was never placed
   */
  record Written(Released reservation, boolean present) {}

  /** An attempt that has been placed. */
  record PlacedAt(AttemptId attempt, Instant at) {}

  /** An attempt's end and what follows for its record. */
  record Outcome(DialSessionEvent.Ended ended, RecordId record, NextStep step) {}
}
