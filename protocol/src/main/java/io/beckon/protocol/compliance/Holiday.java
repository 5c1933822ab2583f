package io.beckon.protocol.compliance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A day of a calendar.
 *
 * @param since the first year that has it
 * @param till the last year that has it
 */
record Holiday(String name, DateRule date, Observed observed, int since, int till) {
  /** A day of a rule's own. */
  static Holiday own(String text) {
    return new Holiday(text, DateRule.parse(text), Observed.NONE, 1, 9999);
  }

  Optional<LocalDate> in(int year) {
    return year < since || year > till ? Optional.empty() : date.in(year);
  }

  /** Which other day is kept too when it falls on a weekend. */
  enum Observed {
    NONE,
    /** Of a Saturday the Friday before, of a Sunday the Monday after. */
    NEAREST,
    /** Of a Saturday or Sunday the Monday after. */
    MONDAY,
    /** Of a Saturday or Sunday the next weekday that is no holiday itself. */
    NEXT;

    /** The same day when it does not move. */
    LocalDate of(LocalDate day, Set<LocalDate> taken) {
      boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
      if (this == NONE || !isWeekend(day)) {
        return day;
      }
      if (this == NEAREST && saturday) {
        return day.minusDays(1);
      }
      LocalDate moved = day.plusDays(saturday ? 2 : 1);
      while (this == NEXT && (taken.contains(moved) || isWeekend(moved))) {
        moved = moved.plusDays(1);
      }
      return moved;
    }

    private static boolean isWeekend(LocalDate day) {
      return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }
  }
}
