package io.beckon.protocol.job;

import java.time.Instant;

/** Reads crons. */
@FunctionalInterface
public interface Timetable {
  /** The first moment after {@code after}; refuses (422) a cron that names none. */
  Instant next(JobTiming.Repeated timing, Instant after);
}
