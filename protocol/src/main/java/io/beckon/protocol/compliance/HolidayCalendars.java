package io.beckon.protocol.compliance;

import io.beckon.protocol.compliance.Holiday.Observed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The calendars that come with Beckon, by country ({@code US}) and state ({@code US-LA}). */
public final class HolidayCalendars {
  private static final Map<String, HolidayCalendar> BY_ID = load();

  private HolidayCalendars() {}

  public static Set<String> ids() {
    return BY_ID.keySet();
  }

  public static Optional<HolidayCalendar> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Map<String, HolidayCalendar> load() {
    var file = Objects.requireNonNull(HolidayCalendars.class.getResourceAsStream("holidays.csv"));
    Map<String, List<Holiday>> read = new TreeMap<>();
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        var fields = List.of(line.split(";", -1));
        var into = read.computeIfAbsent(fields.get(0), id -> new ArrayList<>());
        if (fields.get(2).startsWith("=")) {
          into.addAll(Objects.requireNonNull(read.get(fields.get(2).substring(1)), line));
        } else {
          into.add(holiday(fields));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, HolidayCalendar> calendars = new TreeMap<>();
    read.forEach((id, holidays) -> calendars.put(id, new HolidayCalendar(holidays)));
    return calendars;
  }

  private static Holiday holiday(List<String> fields) {
    String observed = field(fields, 3, "NONE");
    return new Holiday(
        fields.get(1),
        DateRule.parse(fields.get(2)),
        Observed.valueOf(observed),
        Integer.parseInt(field(fields, 4, "1")),
        Integer.parseInt(field(fields, 5, "9999")));
  }

  private static String field(List<String> fields, int index, String otherwise) {
    return fields.size() > index && !fields.get(index).isEmpty() ? fields.get(index) : otherwise;
  }
}
