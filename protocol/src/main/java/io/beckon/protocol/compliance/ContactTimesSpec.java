package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When devices in some place may be contacted.
 *
 * @param windows open hours, at least one
 * @param where null: everywhere
 * @param replacesDefault stands in for the default hours where it holds, and may be wider
 * @param closingMargin PT0S to PT10M; null: as long as the group's calls ring
 */
@JsonDeserialize
public record ContactTimesSpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    List<Window> windows,
    @Nullable Place where,
    boolean replacesDefault,
    @Nullable Duration closingMargin)
    implements RuleSpec {

  /**
   * Hours of some days.
   *
   * @param days none: every day
   * @param till {@link LocalTime#MAX} for 24:00
   */
  public record Window(Set<Day> days, LocalTime from, LocalTime till) {
    public Window {
      days =
          Collections.unmodifiableSet(
              days.isEmpty() ? EnumSet.noneOf(Day.class) : EnumSet.copyOf(days));
      if (!from.isBefore(till)) {
        throw new InvalidField(
            "windows",
            "must have from before till (24:00 at most; split hours over midnight), was "
                + from
                + " to "
                + till);
      }
    }

    private LocalWindow compiled() {
      Set<DayOfWeek> open =
          days.isEmpty()
              ? EnumSet.allOf(DayOfWeek.class)
              : days.stream().map(Day::dayOfWeek).collect(Collectors.toSet());
      return new LocalWindow(open, from, till);
    }
  }

  /** Where a rule holds. */
  public record Place(@Nullable String country, Set<String> states) {
    public Place {
      states = Collections.unmodifiableSet(new TreeSet<>(states));
      if (country == null && !states.isEmpty()) {
        throw new InvalidField("where", "must name the country of the states " + states);
      }
    }
  }

  /** A day of the week by its first three letters. */
  public enum Day {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN;

    DayOfWeek dayOfWeek() {
      return DayOfWeek.of(ordinal() + 1);
    }
  }

  public ContactTimesSpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
    windows = List.copyOf(windows);
    if (closingMargin != null
        && (closingMargin.isNegative() || closingMargin.compareTo(Duration.ofMinutes(10)) > 0)) {
      throw new InvalidField("closingMargin", "is PT0S to PT10M, was " + closingMargin);
    }
    if (windows.isEmpty()) {
      throw new InvalidField(
          "windows", "must hold at least one; a rule without windows would never be open");
    }
  }

  @Override
  public RuleType type() {
    return RuleType.CONTACT_TIMES;
  }

  @Override
  public boolean widens() {
    return replacesDefault;
  }

  @Override
  public ContactTimesRule compile(RuleRef ref) {
    Place place = where;
    return new ContactTimesRule(
        ref,
        name,
        required,
        channels,
        place == null ? Where.ANYWHERE : new Where(place.country(), place.states()),
        new WeeklyHours(windows.stream().map(Window::compiled).toList()),
        replacesDefault,
        closingMargin);
  }
}
