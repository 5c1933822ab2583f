package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.ContactTimesSpec.Place;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dates on which nobody in some place is contacted; at least one calendar or date.
 *
 * @param where null: everywhere
 * @param calendars of {@link HolidayCalendars}, {@code US} or {@code US-LA}
 * @param dates own ones, at most 1000, such as {@code 12-24}, {@code 2026-12-31}, {@code 11-THU-4}
 *     or {@code EASTER-2}
 */
@JsonDeserialize
public record ContactDatesSpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    @Nullable Place where,
    Set<String> calendars,
    List<String> dates)
    implements RuleSpec {
  public ContactDatesSpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
    calendars =
        calendars.stream()
            .map(id -> id.strip().toUpperCase(Locale.ROOT))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    dates = dates.stream().map(day -> day.strip().toUpperCase(Locale.ROOT)).toList();
    if (calendars.isEmpty() && dates.isEmpty()) {
      throw new InvalidField("calendars", "or dates must hold at least one");
    }
    if (dates.size() > 1000) {
      throw new InvalidField("dates", "are at most 1000, were " + dates.size());
    }
    for (String id : calendars) {
      if (HolidayCalendars.find(id).isEmpty()) {
        throw new InvalidField(
            "calendars", "has none named " + id + "; there are " + HolidayCalendars.ids());
      }
    }
    for (String day : dates) {
      try {
        DateRule.parse(day);
      } catch (IllegalArgumentException e) {
        throw new InvalidField("dates", String.valueOf(e.getMessage()));
      }
    }
  }

  @Override
  public RuleType type() {
    return RuleType.CONTACT_DATES;
  }

  @Override
  public ContactDatesRule compile(RuleRef ref) {
    Place place = where;
    List<HolidayCalendar> all = new ArrayList<>();
    calendars.forEach(id -> HolidayCalendars.find(id).ifPresent(all::add));
    all.add(new HolidayCalendar(dates.stream().map(Holiday::own).toList()));
    return new ContactDatesRule(
        ref,
        name,
        required,
        channels,
        place == null ? Where.ANYWHERE : new Where(place.country(), place.states()),
        all);
  }
}
