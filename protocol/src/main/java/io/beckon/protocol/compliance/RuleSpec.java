package io.beckon.protocol.compliance;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CallResult;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
      days = Set.copyOf(days);
    }
  }

  /** Where a rule holds. */
  public record Place(@Nullable String country, Set<String> states) {
    public Place {
      states = Set.copyOf(states);
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
    channels = channels.isEmpty() ? EnumSet.allOf(Channel.class) : Set.copyOf(channels);
    windows = List.copyOf(windows);
    callResults = List.copyOf(callResults);
    priority = priority == null ? 1 : priority;
    if (name.isEmpty() || name.length() > 100) {
      throw refused("The name of a rule has 1 to 100 characters.", "Choose another name.");
    }
    if (priority < 1 || priority > 1000) {
      throw refused("priority is 1 to 1000, was " + priority + ".", "1 is looked at first.");
    }
    switch (type) {
      case CONTACT_TIMES -> checkContactTimes(windows, scope, max, within, countBy, callResults);
      case ATTEMPT -> checkAttempt(max, within, windows, where, replacesDefault);
      default ->
          throw refused(
              "Rules of type " + type + " cannot be made yet.",
              "Use CONTACT_TIMES or ATTEMPT; suppression is made by suppression lists.");
    }
    if (!callResults.isEmpty()) {
      throw refused(
          "An attempt rule counts every attempt that was made, whatever its result.",
          "Leave callResults out.");
    }
    if (type == RuleType.ATTEMPT) {
      scope = scope == null ? Scope.TENANT : scope;
      countBy = countBy == null ? CountBy.DEVICE : countBy;
    }
  }

  private static void checkContactTimes(List<Window> windows, @Nullable Object... ofAttemptRules) {
    if (windows.isEmpty()) {
      throw refused(
          "A CONTACT_TIMES rule without windows would never be open.",
          "Give at least one window with from and till.");
    }
    for (Object other : ofAttemptRules) {
      if (other != null && !(other instanceof List<?> list && list.isEmpty())) {
        throw refused(
            "scope, max, within, countBy and callResults belong to ATTEMPT rules.",
            "Leave them out, or make the rule an ATTEMPT rule.");
      }
    }
    for (Window window : windows) {
      if (!window.from().isBefore(window.till())) {
        throw refused(
            "A window's from must be before its till, was "
                + window.from()
                + " to "
                + window.till()
                + ".",
            "Split hours over midnight into two windows; till may be 24:00.");
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
      throw refused(
          "windows, where and replacesDefault belong to CONTACT_TIMES rules.",
          "Leave them out, or make the rule a CONTACT_TIMES rule.");
    }
    if (max == null || max < 0 || max > 1000) {
      throw refused("An ATTEMPT rule needs max from 0 to 1000.", "Give max.");
    }
    if (within == null
        || within.compareTo(Duration.ofSeconds(1)) < 0
        || within.compareTo(AttemptRule.LONGEST) > 0) {
      throw refused(
          "An ATTEMPT rule needs within from PT1S to P31D.", "Give within, such as PT24H.");
    }
  }

  /** Only for a CONTACT_TIMES rule. */
  public ContactTimesRule contactTimes(RuleRef ref) {
    List<LocalWindow> compiled =
        windows.stream().map(w -> new LocalWindow(days(w), w.from(), w.till())).toList();
    Place place = where;
    return new ContactTimesRule(
        ref,
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

  private static RefusedException refused(String detail, String remedy) {
    return new RefusedException(Refusal.invalid("INVALID_RULE", detail, remedy));
  }
}
