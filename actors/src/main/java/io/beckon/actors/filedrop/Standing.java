package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropRun;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropTrouble;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.job.Timetable;
import io.beckon.protocol.list.ImportId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a place stands between looks. A scheduled run, or one that was asked for, goes on with more
 * looks until one sees nothing new, so that a file which still grew at its moment is taken too.
 *
 * @param seen what the last look saw
 * @param failures in a row
 * @param due when it is looked at next
 * @param began the present run; null between runs
 * @param answered the wish that the last run was an answer to
 * @param imports of the present run
 */
record Standing(
    DropSettings settings,
    Set<Seen> seen,
    int failures,
    boolean looking,
    Instant due,
    @Nullable Instant began,
    @Nullable Instant answered,
    List<ImportId> imports) {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** A standing, and the run to be kept, if there is one. */
  record After(Standing standing, Optional<DropRun> run) {}

  /** One that failed goes on failing, on whatever node, without being tried faster for that. */
  static Standing fresh(DropSource source, Timetable timetable) {
    var trouble = source.past().trouble();
    var schedule = source.settings().times().schedule();
    var due =
        trouble != null
            ? trouble.nextTry()
            : schedule.map(s -> timetable.next(s, source.ranAt())).orElse(Instant.EPOCH);
    int failures = trouble == null ? 0 : trouble.failures();
    return new Standing(source.settings(), Set.of(), failures, false, due, null, null, List.of());
  }

  /** What is kept of a look that failed. */
  DropTrouble trouble(String sentence) {
    return new DropTrouble(sentence, failures, due);
  }

  boolean isDue(DropSource source, Instant now) {
    return !looking && (isAsked(source) && began == null || !now.isBefore(due));
  }

  private boolean isAsked(DropSource source) {
    return source.askedAt() != null && !source.askedAt().equals(answered);
  }

  Standing begin(DropSource source, Instant now) {
    return new Standing(
        source.settings(),
        seen,
        failures,
        true,
        due,
        began == null ? now : began,
        answered,
        imports);
  }

  /** After a look that failed; the first failure in a row is kept as a run. */
  After failed(Look.@Nullable End end, String trouble, Instant now) {
    var all = with(end);
    var began = this.began == null ? now : this.began;
    var kept = failures == 0 || !all.isEmpty();
    var next =
        new Standing(
            settings,
            end == null ? seen : end.seen(),
            failures + 1,
            false,
            now.plus(pause(failures + 1)),
            began,
            answered,
            List.of());
    return new After(
        next, kept ? Optional.of(new DropRun(began, now, all, null, trouble)) : Optional.empty());
  }

  /** After a look that went well. */
  After looked(DropSource source, Look.End end, Instant now, Timetable timetable) {
    var all = with(end);
    var began = this.began == null ? now : this.began;
    boolean whole = settings.times().schedule().isPresent() || isAsked(source);
    if (whole && !seen.containsAll(end.seen())) {
      var again = now.plus(settings.times().everyOrUsual());
      return new After(
          new Standing(settings, end.seen(), 0, false, again, began, answered, all),
          Optional.empty());
    }
    var due =
        settings
            .times()
            .schedule()
            .map(s -> timetable.next(s, now))
            .orElseGet(() -> now.plus(settings.times().everyOrUsual()));
    var next = new Standing(settings, end.seen(), 0, false, due, null, source.askedAt(), List.of());
    return new After(
        next,
        whole || !all.isEmpty()
            ? Optional.of(new DropRun(began, now, all, end.file(), null))
            : Optional.empty());
  }

  private List<ImportId> with(Look.@Nullable End end) {
    return end == null ? imports : Stream.concat(imports.stream(), end.imports().stream()).toList();
  }

  private Duration pause(int failures) {
    var longer = settings.times().everyOrUsual().multipliedBy(1L << Math.min(failures, 6));
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
