package io.beckon.protocol.compliance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Hours that must hold in several zones at once, and when next they all do. */
final class OpenZones {
  /** One week, and a day for the edges; hours repeat weekly until a clock is shifted. */
  private static final Duration WEEK = Duration.ofDays(8);

  /** Every zone that shifts its clock at all does so within a year. */
  private static final Duration YEAR = Duration.ofDays(370);

  /**
   * These hours in this zone.
   *
   * @param margin must be open so much later, too
   */
  record Clause(ZoneId zone, OpenHours hours, Duration margin) {
    Clause(ZoneId zone, OpenHours hours) {
      this(zone, hours, Duration.ZERO);
    }

    boolean isOpen(Instant at) {
      return hours.isOpen(zone, at) && (margin.isZero() || hours.isOpen(zone, at.plus(margin)));
    }
  }

  private OpenZones() {}

  static boolean allOpen(List<Clause> clauses, Instant at) {
    for (Clause clause : clauses) {
      if (!clause.isOpen(at)) {
        return false;
      }
    }
    return true;
  }

  /** {@code at} itself when all are open then; empty when they never are together. */
  static Optional<Instant> nextOpening(List<Clause> clauses, Instant at) {
    if (allOpen(clauses, at)) {
      return Optional.of(at);
    }
    Optional<Instant> thisWeek = firstOpening(clauses, at, at.plus(WEEK));
    if (thisWeek.isPresent()) {
      return thisWeek;
    }
    return clauses.stream().allMatch(clause -> clause.hours().isWeekly())
        ? afterAShift(clauses, at)
        : inALaterWeek(clauses, at);
  }

  private static Optional<Instant> inALaterWeek(List<Clause> clauses, Instant at) {
    Instant end = at.plus(YEAR);
    for (Instant week = at.plus(WEEK); week.isBefore(end); week = week.plus(WEEK)) {
      Optional<Instant> later = firstOpening(clauses, week, week.plus(WEEK));
      if (later.isPresent()) {
        return later;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> afterAShift(List<Clause> clauses, Instant at) {
    // Zones that do not meet now may meet in the other half of the year.
    for (Instant shift : clockShifts(clauses, at, at.plus(YEAR))) {
      Optional<Instant> later = firstOpening(clauses, shift, shift.plus(WEEK));
      if (later.isPresent()) {
        return later;
      }
    }
    return Optional.empty();
  }

  /** All are open together only from an instant on at which one of them opens. */
  private static Optional<Instant> firstOpening(List<Clause> clauses, Instant from, Instant till) {
    NavigableSet<Instant> candidates = new TreeSet<>();
    for (Clause clause : clauses) {
      candidates.addAll(clause.hours().possibleOpenings(clause.zone(), from, till));
    }
    return candidates.tailSet(from).stream().filter(t -> allOpen(clauses, t)).findFirst();
  }

  private static NavigableSet<Instant> clockShifts(
      List<Clause> clauses, Instant from, Instant till) {
    NavigableSet<Instant> result = new TreeSet<>();
    for (Clause clause : clauses) {
      ZoneOffsetTransition shift = clause.zone().getRules().nextTransition(from);
      while (shift != null && !shift.getInstant().isAfter(till)) {
        result.add(shift.getInstant());
        shift = clause.zone().getRules().nextTransition(shift.getInstant());
      }
    }
    return result;
  }
}
