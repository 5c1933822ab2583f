package io.beckon.protocol.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** When a week is open, in local time: the union of its windows. Without windows never. */
public record WeeklyHours(List<LocalWindow> windows) implements OpenHours {
  /** 08:00 to 21:00 on every day, at the called party: 47 CFR 64.1200(c)(1). */
  public static final WeeklyHours DEFAULT = daily(LocalTime.of(8, 0), LocalTime.of(21, 0));

  public WeeklyHours {
    windows = List.copyOf(windows);
  }

  public static WeeklyHours daily(LocalTime from, LocalTime till) {
    return new WeeklyHours(List.of(LocalWindow.daily(from, till)));
  }

  /** What the wall clock of that zone says decides, also in nights that repeat or skip an hour. */
  @Override
  public boolean isOpen(ZoneId zone, Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    for (LocalWindow window : windows) {
      if (window.contains(local)) {
        return true;
      }
    }
    return false;
  }

  /** The starts of windows (both, where an hour is repeated) and the shifts of the zone's clock. */
  @Override
  public NavigableSet<Instant> possibleOpenings(ZoneId zone, Instant from, Instant till) {
    NavigableSet<Instant> result = new TreeSet<>();
    LocalDate last = LocalDate.ofInstant(till, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); ) {
      for (LocalWindow window : windows) {
        if (window.days().contains(day.getDayOfWeek())) {
          LocalDateTime start = day.atTime(window.from());
          zone.getRules().getValidOffsets(start).forEach(o -> result.add(start.toInstant(o)));
        }
      }
      day = day.plusDays(1);
    }
    ZoneOffsetTransition shift = zone.getRules().nextTransition(from);
    while (shift != null && !shift.getInstant().isAfter(till)) {
      result.add(shift.getInstant());
      shift = zone.getRules().nextTransition(shift.getInstant());
    }
    return result;
  }

  @Override
  public boolean isWeekly() {
    return true;
  }
}
