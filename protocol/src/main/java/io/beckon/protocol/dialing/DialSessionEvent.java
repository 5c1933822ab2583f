package io.beckon.protocol.dialing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.JournalEvent;
import io.beckon.protocol.campaign.RecordId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a dial session. One event carries a batch of at most 20 attempts; ids only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DialSessionEvent.SessionResumed.class, name = "session-resumed"),
  @JsonSubTypes.Type(value = DialSessionEvent.AttemptsAuthorised.class, name = "authorised"),
  @JsonSubTypes.Type(value = DialSessionEvent.AttemptsEnded.class, name = "ended"),
  @JsonSubTypes.Type(value = DialSessionEvent.WrittenBack.class, name = "written-back")
})
public sealed interface DialSessionEvent extends JournalEvent {
  /** Attempts in one event at the most. */
  int BATCH = 20;

  /** A new incarnation took over; older ones fail at the journal and at the fence in SQL. */
  record SessionResumed(long epoch) implements DialSessionEvent {}

  /** Before any of these may be placed. */
  record AttemptsAuthorised(GatewayId gateway, Instant at, List<Authorised> attempts)
      implements DialSessionEvent {
    public AttemptsAuthorised {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * One attempt that may be placed.
   *
   * @param made attempts on the record, this one included
   * @param retries retries already made by the treatment being followed
   * @param treatment that treatment's position in the group; -1 for none
   */
  record Authorised(AttemptId attempt, RecordId record, int made, int retries, int treatment) {}

  /** These have ended and need writing back. */
  record AttemptsEnded(List<Ended> attempts) implements DialSessionEvent {
    public AttemptsEnded {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * One attempt's end.
   *
   * @param result null: proven not placed, it counts for nothing
   * @param notPlaced why, when it was not placed
   */
  record Ended(
      AttemptId attempt,
      @Nullable CallResult result,
      @Nullable String notPlaced,
      @Nullable Instant placedAt,
      @Nullable Instant answeredAt,
      Instant endedAt,
      boolean live) {}

  /** PostgreSQL holds the outcome of these; the session forgets them. */
  record WrittenBack(List<AttemptId> attempts) implements DialSessionEvent {
    public WrittenBack {
      attempts = List.copyOf(attempts);
    }
  }
}
