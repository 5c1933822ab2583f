package io.beckon.http.job;

import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.parameter;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.path;

import akka.http.javadsl.server.Route;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Replies;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.job.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** {@code …/moments}: what a cron means, for whoever is about to use it. */
public record CronMoments(Timetable timetable, Clock clock) {
  private static final int SHOWN = 3;

  /** The answer. */
  record Moments(List<Instant> moments) {}

  Route route() {
    return path(
        "moments",
        () ->
            get(
                () ->
                    parameter(
                        "cron",
                        cron ->
                            parameterOptional(
                                "timeZone", zone -> moments(cron, zone.orElse("UTC"))))));
  }

  private Route moments(String cron, String timeZone) {
    var timing = timing(cron, timeZone);
    var first = timetable.next(timing, clock.instant());
    var moments = Stream.iterate(first, at -> timetable.next(timing, at)).limit(SHOWN).toList();
    return Replies.ok(CompletableFuture.completedFuture(new Moments(moments)));
  }

  private static JobTiming.Repeated timing(String cron, String timeZone) {
    try {
      return new JobTiming.Repeated(cron, timeZone);
    } catch (IllegalArgumentException e) {
      var said = String.valueOf(e.getMessage());
      var field = said.startsWith("cron") ? "cron" : "timeZone";
      throw InvalidRequestException.field(field, "INVALID_VALUE", said);
    }
  }
}
