package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates on which devices in some place are not contacted, by the local date of every zone they may
 * be in.
 *
 * @param name as its maker called it
 */
public record ContactDatesRule(
    RuleRef ref,
    String name,
    boolean required,
    Set<Channel> channels,
    Where where,
    List<HolidayCalendar> calendars)
    implements TimeRule {
  public ContactDatesRule {
    channels = Set.copyOf(channels);
    calendars = List.copyOf(calendars);
  }

  /** What that day is, if nobody is contacted on it. */
  public Optional<String> on(LocalDate day) {
    return dates().on(day);
  }

  private ClosedDates dates() {
    return new ClosedDates(calendars);
  }

  @Override
  public OpenHours hours() {
    return dates();
  }

  @Override
  public boolean replacesDefault() {
    return false;
  }

  @Override
  public @Nullable Duration closingMargin() {
    return null;
  }
}
