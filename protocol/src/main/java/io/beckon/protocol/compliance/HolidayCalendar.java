package io.beckon.protocol.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Days that are kept free, the day itself as well as the one it is observed on. */
public final class HolidayCalendar {
  private final List<Holiday> holidays;
  private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

  HolidayCalendar(List<Holiday> holidays) {
    this.holidays = List.copyOf(holidays);
  }

  List<Holiday> holidays() {
    return holidays;
  }

  /** The name of the holiday, if that day is one. */
  public Optional<String> on(LocalDate day) {
    Map<LocalDate, String> known = years.get(day.getYear());
    if (known == null) {
      known = in(day.getYear());
      years.put(day.getYear(), known);
    }
    return Optional.ofNullable(known.get(day));
  }

  /** All of a year, by date; some are those of the years beside it. */
  public Map<LocalDate, String> in(int year) {
    Map<LocalDate, String> result = new TreeMap<>();
    for (int of = year - 1; of <= year + 1; of++) {
      days(of)
          .forEach(
              (day, name) -> {
                if (day.getYear() == year) {
                  result.putIfAbsent(day, name);
                }
              });
    }
    return result;
  }

  private Map<LocalDate, String> days(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    holidays.forEach(h -> h.in(year).ifPresent(day -> days.putIfAbsent(day, h.name())));
    for (Holiday holiday : holidays) {
      holiday
          .in(year)
          .map(day -> holiday.observed().of(day, days.keySet()))
          .ifPresent(day -> days.putIfAbsent(day, holiday.name() + " (observed)"));
    }
    return days;
  }
}
