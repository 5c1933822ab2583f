package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.compliance.OpenZones.Clause;
import io.beckon.protocol.device.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a group may contact whom: the default hours, the tenant's rules and the group's own window,
 * every one of them in every zone the device may be in. Immutable; made by {@link
 * RuleSet#contactTimes}.
 */
public final class ContactTimes {
  private final List<TimeRule> rules;
  private final @Nullable CallingWindow window;
  private final ZoneKey defaultZones;
  private final Duration ring;

  /**
   * What is known of where a device is.
   *
   * @param states every one it may be in; empty: not known
   */
  public record Whereabouts(
      ZoneKey deviceZones, ZoneKey contactZones, @Nullable String country, Set<String> states) {
    /** For a claim, which knows no more than the record's zone key. */
    public static Whereabouts of(ZoneKey deviceZones) {
      return new Whereabouts(deviceZones, ZoneKey.UNKNOWN, null, Set.of());
    }
  }

  ContactTimes(
      List<TimeRule> rules, @Nullable CallingWindow window, ZoneKey defaultZones, Duration ring) {
    this.rules = List.copyOf(rules);
    this.window = window;
    this.defaultZones = defaultZones;
    this.ring = ring;
  }

  /** The default hours alone, with the group's window. */
  public static ContactTimes withoutRules(@Nullable CallingWindow window, ZoneKey defaultZones) {
    return new ContactTimes(List.of(ContactTimesRule.DEFAULT), window, defaultZones, Duration.ZERO);
  }

  /**
   * Whether records of this zone key can be worth claiming: looks at what holds everywhere and at
   * the group's window as far as it looks at devices. A rule for one state, or a window in the
   * contact's zone, may still deny the attempt when it is checked.
   */
  public boolean isOpen(ZoneKey deviceZones, Instant at) {
    return OpenZones.allOpen(everywhere(deviceZones), at);
  }

  /** The next instant at which {@link #isOpen(ZoneKey, Instant)}; empty when there is none. */
  public Optional<Instant> nextOpening(ZoneKey deviceZones, Instant at) {
    return OpenZones.nextOpening(everywhere(deviceZones), at);
  }

  /** What keeps records of this zone key from {@link #isOpen(ZoneKey, Instant)}, by its name. */
  public List<String> closed(ZoneKey deviceZones, Instant at) {
    List<ZoneId> zones = zonesOrDefault(deviceZones);
    List<String> names = new ArrayList<>();
    for (TimeRule rule : rulesEverywhere()) {
      if (!OpenZones.allOpen(clauses(rule, zones), at)) {
        names.add(rule.name());
      }
    }
    if (!OpenZones.allOpen(deviceWindow(zones), at)) {
      names.add("Calling window of the group");
    }
    return names;
  }

  /** Whether everything that applies to this device is open. */
  public boolean isOpen(Whereabouts who, Instant at) {
    return OpenZones.allOpen(all(who), at);
  }

  /** {@code at} when it is open then; empty when it never is. */
  public Optional<Instant> nextOpening(Whereabouts who, Instant at) {
    return OpenZones.nextOpening(all(who), at);
  }

  /** The rules that apply to this device, the default among them unless one replaces it. */
  public List<TimeRule> rulesFor(Whereabouts who) {
    List<TimeRule> applying =
        rules.stream().filter(r -> r.where().mayBe(who.country(), who.states())).toList();
    boolean replaced =
        applying.stream()
            .anyMatch(r -> r.replacesDefault() && r.where().surelyIs(who.country(), who.states()));
    return replaced
        ? applying.stream().filter(r -> !r.equals(ContactTimesRule.DEFAULT)).toList()
        : applying;
  }

  /** Whether this one rule is open for this device. */
  public boolean isOpen(TimeRule rule, Whereabouts who, Instant at) {
    return OpenZones.allOpen(clauses(rule, zonesOrDefault(who.deviceZones())), at);
  }

  /** Whether this one rule is open, but closes before a call that is begun now has rung out. */
  public boolean isClosing(TimeRule rule, Whereabouts who, Instant at) {
    return !isOpen(rule, who, at)
        && OpenZones.allOpen(
            clauses(rule.hours(), zonesOrDefault(who.deviceZones()), Duration.ZERO), at);
  }

  /** The zones a device may be in; the tenant's default where they are not known. */
  public List<ZoneId> zones(Whereabouts who) {
    return zonesOrDefault(who.deviceZones());
  }

  /** Whether the group's own window is open, in the zones it looks at; true without one. */
  public boolean isWindowOpen(Whereabouts who, Instant at) {
    return OpenZones.allOpen(windowClauses(who), at);
  }

  public @Nullable CallingWindow window() {
    return window;
  }

  /** Stand in for zones that are not known; a decision says so. */
  public ZoneKey defaultZones() {
    return defaultZones;
  }

  private List<Clause> everywhere(ZoneKey deviceZones) {
    List<ZoneId> zones = zonesOrDefault(deviceZones);
    List<Clause> result = new ArrayList<>(deviceWindow(zones));
    for (TimeRule rule : rulesEverywhere()) {
      result.addAll(clauses(rule, zones));
    }
    return result;
  }

  /**
   * Without a place no rule of a place surely applies; one that widens may, so the default is let
   * pass.
   */
  private List<TimeRule> rulesEverywhere() {
    boolean mayBeWider = rules.stream().anyMatch(TimeRule::replacesDefault);
    return rules.stream()
        .filter(rule -> rule.where().country() == null)
        .filter(rule -> !(mayBeWider && rule.equals(ContactTimesRule.DEFAULT)))
        .toList();
  }

  private List<Clause> deviceWindow(List<ZoneId> zones) {
    return window != null && looksAtDevice(window.timeZoneSource())
        ? clauses(WeeklyHours.daily(window.from(), window.till()), zones, ring)
        : List.of();
  }

  private static boolean looksAtDevice(TimeZoneSource source) {
    return source == TimeZoneSource.DEVICE || source == TimeZoneSource.CONTACT_AND_DEVICE;
  }

  private List<Clause> all(Whereabouts who) {
    List<Clause> result = new ArrayList<>();
    for (TimeRule rule : rulesFor(who)) {
      result.addAll(clauses(rule, zonesOrDefault(who.deviceZones())));
    }
    result.addAll(windowClauses(who));
    return result;
  }

  private List<Clause> windowClauses(Whereabouts who) {
    if (window == null) {
      return List.of();
    }
    WeeklyHours hours = WeeklyHours.daily(window.from(), window.till());
    List<Clause> result = new ArrayList<>();
    for (ZoneKey key : windowZones(window.timeZoneSource(), who)) {
      result.addAll(clauses(hours, zonesOrDefault(key), ring));
    }
    return result;
  }

  private static List<ZoneKey> windowZones(TimeZoneSource source, Whereabouts who) {
    return switch (source) {
      case DEVICE -> List.of(who.deviceZones());
      case CONTACT -> List.of(who.contactZones());
      case CONTACT_THEN_DEVICE ->
          List.of(who.contactZones().isUnknown() ? who.deviceZones() : who.contactZones());
      case CONTACT_AND_DEVICE ->
          who.contactZones().isUnknown()
              ? List.of(who.deviceZones())
              : List.of(who.contactZones(), who.deviceZones());
    };
  }

  private List<ZoneId> zonesOrDefault(ZoneKey key) {
    return (key.isUnknown() ? defaultZones : key).zones();
  }

  private List<Clause> clauses(TimeRule rule, List<ZoneId> zones) {
    Duration own = rule.closingMargin();
    return clauses(rule.hours(), zones, own == null ? ring : own);
  }

  private static List<Clause> clauses(OpenHours hours, List<ZoneId> zones, Duration margin) {
    return zones.stream().map(zone -> new Clause(zone, hours, margin)).toList();
  }
}
