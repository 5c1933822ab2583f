package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.job.JobTiming;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a place is looked at.
 *
 * @param every pause between looks, 1 second or more; null: 10 seconds, or by {@code cron}
 * @param cron in place of {@code every}: five fields, or six with the second first
 * @param timeZone IANA, of the cron's hours; null: UTC
 */
public record DropTimes(
    @Nullable Duration every, @Nullable String cron, @Nullable String timeZone) {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  public DropTimes {
    every = every == null && cron == null ? USUAL_PAUSE : every;
    if (every != null && cron != null) {
      throw new InvalidField("every", "goes without cron only; set one of them to null");
    }
    if (every != null && every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidField("every", "must be PT1S or more, was " + every);
    }
    if (timeZone != null && cron == null) {
      throw new InvalidField("timeZone", "goes with cron only; leave it out");
    }
    if (cron != null) {
      checkCron(cron, timeZone);
    }
  }

  public static DropTimes every(Duration pause) {
    return new DropTimes(pause, null, null);
  }

  /** Between looks; of a scheduled place between the looks of one run. */
  public Duration everyOrUsual() {
    return every == null ? USUAL_PAUSE : every;
  }

  /** Empty when the place is looked at all the time. */
  public Optional<JobTiming.Repeated> schedule() {
    return Optional.ofNullable(cron)
        .map(c -> new JobTiming.Repeated(c, timeZone == null ? "UTC" : timeZone));
  }

  private static void checkCron(String cron, @Nullable String timeZone) {
    try {
      new JobTiming.Repeated(cron, timeZone == null ? "UTC" : timeZone);
    } catch (IllegalArgumentException e) {
      var said = String.valueOf(e.getMessage());
      throw new InvalidField(said.startsWith("cron") ? "cron" : "timeZone", said);
    }
  }
}
