package io.beckon.persistence.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.job.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Finds the next moment a cron names: five fields as Unix has them, six as Spring. */
public final class Crons implements Timetable {
  /** The library says the year 2500 where there is no such moment, as on 30 February. */
  private static final Instant NEVER = Instant.parse("2400-01-01T00:00:00Z");

  @Override
  public Instant next(JobTiming.Repeated timing, Instant now) {
    var next = calculated(timing, now);
    if (next == null || next.isAfter(NEVER)) {
      throw new RefusedException(
          Refusal.invalid(
              "INVALID_CRON",
              "The cron " + timing.cron() + " names no moment.",
              "Give minute, hour, day, month and weekday, such as 30 9 * * MON-FRI."));
    }
    return next;
  }

  private static @Nullable Instant calculated(JobTiming.Repeated timing, Instant now) {
    try {
      var cron = timing.cron();
      var style = cron.split("\\s+").length == 5 ? CronStyle.UNIX : CronStyle.SPRING53;
      return new CronSchedule(cron, ZoneId.of(timing.timeZone()), style)
          .getNextExecutionTime(ExecutionComplete.simulatedSuccess(now));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
