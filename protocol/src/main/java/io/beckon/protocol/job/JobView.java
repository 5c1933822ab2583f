package io.beckon.protocol.job;

import io.beckon.protocol.campaign.GroupId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job (with {@code at}) or schedule (with {@code cron} and {@code timeZone}) as it is now.
 *
 * @param nextRun null when it does not run any more
 */
public record JobView(
    JobId id,
    String name,
    JobAction action,
    GroupId groupId,
    @Nullable Instant at,
    @Nullable String cron,
    @Nullable String timeZone,
    boolean enabled,
    State state,
    @Nullable Instant nextRun,
    @Nullable Instant lastRun,
    @Nullable JobOutcome lastOutcome,
    Instant createdAt) {

  /** Where a job stands. */
  public enum State {
    WAITING,
    RUNNING,
    /** Ran once, and does not again. */
    DONE,
    DISABLED
  }

  public JobSpec spec() {
    JobTiming timing;
    if (at != null) {
      timing = new JobTiming.Once(at);
    } else if (cron != null && timeZone != null) {
      timing = new JobTiming.Repeated(cron, timeZone);
    } else {
      throw new IllegalStateException("job " + id + " has no time");
    }
    return new JobSpec(name, action, groupId, timing, enabled);
  }
}
