package io.beckon.protocol.compliance;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * One stretch of a local day that is open on some days of the week.
 *
 * @param from first instant, inclusive
 * @param till end, exclusive; {@link LocalTime#MAX} stands for 24:00
 */
public record LocalWindow(Set<DayOfWeek> days, LocalTime from, LocalTime till) {
  public LocalWindow {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a window needs at least one day");
    }
    if (!from.isBefore(till)) {
      throw new IllegalArgumentException(
          "a window's from must be before its till, was " + from + " to " + till);
    }
    days = Set.copyOf(days);
  }

  public static LocalWindow daily(LocalTime from, LocalTime till) {
    return new LocalWindow(EnumSet.allOf(DayOfWeek.class), from, till);
  }

  boolean contains(LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    return days.contains(local.getDayOfWeek())
        && !time.isBefore(from)
        && (till.equals(LocalTime.MAX) || time.isBefore(till));
  }
}
