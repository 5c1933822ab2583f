package io.beckon.protocol.compliance;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import io.beckon.protocol.dialing.CallResult;
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
 * A rule as a user writes it and as it is kept; validated, so that it compiles. Fields of the other
 * type are null or empty.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param required holds for every group of the tenant, running ones too
 * @param priority 1 is looked at first
 * @param channels none: all
 */
public record RuleSpec(
    String name,
    RuleType type,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    List<Window> windows,
    @Nullable Place where,
    boolean replacesDefault,
    @Nullable Scope scope,
    @Nullable Integer max,
    @Nullable Duration within,
    @Nullable CountBy countBy,
    List<CallResult> callResults) {

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
    }
  }

  /** Where a rule holds. */
  public record Place(@Nullable String country, Set<String> states) {
    public Place {
      states = Collections.unmodifiableSet(new TreeSet<>(states));
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

  public RuleSpec {
    name = name.strip();
    channels = Channels.sorted(channels);
    windows = List.copyOf(windows);
    callResults = List.copyOf(callResults);
    priority = priority == null ? 1 : priority;
    if (name.isEmpty() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    if (priority < 1 || priority > 1000) {
      throw new InvalidField("priority", "is 1 to 1000, was " + priority);
    }
    switch (type) {
      case CONTACT_TIMES -> checkContactTimes(windows, scope, max, within, countBy, callResults);
      case ATTEMPT -> checkAttempt(max, within, windows, where, replacesDefault);
      default ->
          throw new InvalidField(
              "type",
              "cannot be "
                  + type
                  + " yet; use CONTACT_TIMES or ATTEMPT, and suppression lists for suppression");
    }
    if (!callResults.isEmpty()) {
      throw new InvalidField(
          "callResults",
          "must be left out: every attempt that was made counts, whatever its result");
    }
    if (type == RuleType.ATTEMPT) {
      scope = scope == null ? Scope.TENANT : scope;
      countBy = countBy == null ? CountBy.DEVICE : countBy;
    }
  }

  private static void checkContactTimes(List<Window> windows, @Nullable Object... ofAttemptRules) {
    if (windows.isEmpty()) {
      throw new InvalidField(
          "windows", "must hold at least one; a rule without windows would never be open");
    }
    for (Object other : ofAttemptRules) {
      if (other != null && !(other instanceof List<?> list && list.isEmpty())) {
        throw new InvalidField(
            "type", "CONTACT_TIMES has no scope, max, within, countBy and callResults");
      }
    }
    for (Window window : windows) {
      if (!window.from().isBefore(window.till())) {
        throw new InvalidField(
            "windows",
            "must have from before till (24:00 at most; split hours over midnight), was "
                + window.from()
                + " to "
                + window.till());
      }
    }
  }

  private static void checkAttempt(
      @Nullable Integer max,
      @Nullable Duration within,
      List<Window> windows,
      @Nullable Place where,
      boolean replacesDefault) {
    if (!windows.isEmpty() || where != null || replacesDefault) {
      throw new InvalidField("type", "ATTEMPT has no windows, where and replacesDefault");
    }
    if (max == null || max < 0 || max > 1000) {
      throw new InvalidField("max", "of an ATTEMPT rule is 0 to 1000");
    }
    if (within == null
        || within.compareTo(Duration.ofSeconds(1)) < 0
        || within.compareTo(AttemptRule.LONGEST) > 0) {
      throw new InvalidField("within", "of an ATTEMPT rule is PT1S to P31D, such as PT24H");
    }
  }

  /** Only for a CONTACT_TIMES rule. */
  public ContactTimesRule contactTimes(RuleRef ref) {
    List<LocalWindow> compiled =
        windows.stream().map(w -> new LocalWindow(days(w), w.from(), w.till())).toList();
    Place place = where;
    return new ContactTimesRule(
        ref,
        name,
        required,
        channels,
        place == null ? Where.ANYWHERE : new Where(place.country(), place.states()),
        new WeeklyHours(compiled),
        replacesDefault);
  }

  /** Only for an ATTEMPT rule. */
  public AttemptRule attempt(RuleRef ref) {
    if (max == null || within == null || countBy == null || scope == null) {
      throw new IllegalStateException("no attempt rule: " + name);
    }
    return new AttemptRule(ref, required, channels, max, within, countBy, scope);
  }

  private static Set<DayOfWeek> days(Window window) {
    return window.days().isEmpty()
        ? EnumSet.allOf(DayOfWeek.class)
        : window.days().stream().map(Day::dayOfWeek).collect(Collectors.toSet());
  }
}
