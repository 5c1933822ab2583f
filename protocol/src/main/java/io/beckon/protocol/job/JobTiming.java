package io.beckon.protocol.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When a job runs. */
public sealed interface JobTiming {
  /** Once; a moment that is past means now. */
  record Once(Instant at) implements JobTiming {}

  /**
   * Again and again. Runs that were missed because no node was there are made up for by one.
   *
   * @param cron five fields (minute, hour, day, month, weekday) or six (second first)
   * @param timeZone IANA; what the cron's hours mean, also over a change of the clocks
   */
  record Repeated(String cron, String timeZone) implements JobTiming {
    public Repeated {
      cron = cron.strip();
      var fields = cron.split("\\s+").length;
      if (fields != 5 && fields != 6) {
        throw new IllegalArgumentException("cron must have 5 or 6 fields, was: " + cron);
      }
      try {
        if (ZoneId.of(timeZone) instanceof ZoneOffset) {
          throw new IllegalArgumentException("timeZone must be an IANA zone, was: " + timeZone);
        }
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("timeZone must be an IANA zone, was: " + timeZone, e);
      }
    }
  }
}
