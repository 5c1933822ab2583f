package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.OpenZones.Clause;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The next opening against a search that tries every quarter of an hour. */
class OpenZonesPropertyTest {
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Phoenix",
          "America/St_Johns",
          "Pacific/Honolulu",
          "Europe/London",
          "Europe/Berlin",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Chatham",
          "Africa/Casablanca",
          "UTC");

  private final Random random = new Random(20261122);

  @Test
  void theNextOpeningIsTheFirstQuarterHourAtWhichEverythingIsOpen() {
    for (int i = 0; i < 400; i++) {
      List<Clause> clauses = clauses();
      Instant at = nearAClockShift();
      Optional<Instant> next = OpenZones.nextOpening(clauses, at);
      Optional<Instant> searched = search(clauses, at, Duration.ofDays(8));
      if (searched.isPresent()) {
        assertThat(next).as("%s from %s", clauses, at).isEqualTo(searched);
      } else {
        assertThat(next).as("%s from %s", clauses, at).satisfies(t -> openOrAbsent(clauses, t));
      }
    }
  }

  private static void openOrAbsent(List<Clause> clauses, Optional<Instant> next) {
    next.ifPresent(t -> assertThat(OpenZones.allOpen(clauses, t)).isTrue());
  }

  private static Optional<Instant> search(List<Clause> clauses, Instant at, Duration within) {
    for (Instant t = at; !t.isAfter(at.plus(within)); t = t.plus(Duration.ofMinutes(15))) {
      if (OpenZones.allOpen(clauses, t)) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private List<Clause> clauses() {
    List<Clause> result = new ArrayList<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      List<LocalWindow> windows = new ArrayList<>();
      for (int w = 1 + random.nextInt(2); w > 0; w--) {
        windows.add(window());
      }
      result.add(new Clause(zone, new WeeklyHours(windows)));
    }
    return result;
  }

  private LocalWindow window() {
    int from = random.nextInt(92);
    int till = from + 1 + random.nextInt(96 - from);
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    while (random.nextInt(4) > 0) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return new LocalWindow(
        days,
        LocalTime.MIDNIGHT.plusMinutes(15L * from),
        till >= 96 ? LocalTime.MAX : LocalTime.MIDNIGHT.plusMinutes(15L * till));
  }

  private Instant nearAClockShift() {
    List<String> nights =
        List.of("2026-03-08", "2026-11-01", "2026-03-29", "2026-10-25", "2026-10-04", "2026-04-05");
    Instant night = Instant.parse(nights.get(random.nextInt(nights.size())) + "T00:00:00Z");
    return night.plus(Duration.ofMinutes(15L * (random.nextInt(960) - 480)));
  }
}
