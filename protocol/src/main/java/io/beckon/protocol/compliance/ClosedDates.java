package io.beckon.protocol.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Open on every local date but those of the calendars. */
record ClosedDates(List<HolidayCalendar> calendars) implements OpenHours {
  ClosedDates {
    calendars = List.copyOf(calendars);
  }

  @Override
  public boolean isOpen(ZoneId zone, Instant at) {
    return on(LocalDate.ofInstant(at, zone)).isEmpty();
  }

  /** What that day is, if it is closed. */
  Optional<String> on(LocalDate day) {
    return calendars.stream().flatMap(c -> c.on(day).stream()).findFirst();
  }

  @Override
  public NavigableSet<Instant> possibleOpenings(ZoneId zone, Instant from, Instant till) {
    NavigableSet<Instant> result = new TreeSet<>();
    LocalDate last = LocalDate.ofInstant(till, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); ) {
      LocalDate next = day.plusDays(1);
      if (on(day).isPresent() && on(next).isEmpty()) {
        result.add(next.atStartOfDay(zone).toInstant());
      }
      day = next;
    }
    return result;
  }

  @Override
  public boolean isWeekly() {
    return false;
  }
}
