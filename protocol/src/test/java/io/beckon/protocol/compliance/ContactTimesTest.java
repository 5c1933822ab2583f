package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.compliance.ContactTimes.Whereabouts;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.tenant.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTimesTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneKey HOME = new ZoneKey("America/Chicago");
  private static final CampaignTerms TERMS =
      new CampaignTerms(null, Channel.VOICE, List.of(), List.of(), null, 10);
  private static final ContactTimes DEFAULTS = ContactTimes.withoutRules(null, HOME);

  @ParameterizedTest(name = "{0} at {1} is open: {2}, next {3}")
  @CsvSource({
    // One zone, both edges, winter.
    "America/New_York, 2026-01-15T12:59:59.999Z, false, 2026-01-15T13:00:00Z",
    "America/New_York, 2026-01-15T13:00:00Z, true, 2026-01-15T13:00:00Z",
    "America/New_York, 2026-01-16T01:59:59.999Z, true, 2026-01-16T01:59:59.999Z",
    "America/New_York, 2026-01-16T02:00:00Z, false, 2026-01-16T13:00:00Z",
    // Spring forward, 8 March 2026: the morning comes an hour earlier in UTC.
    "America/New_York, 2026-03-08T11:59:59Z, false, 2026-03-08T12:00:00Z",
    "America/New_York, 2026-03-08T03:00:00Z, false, 2026-03-08T12:00:00Z",
    // Fall back, 1 November 2026: the morning comes an hour later in UTC.
    "America/New_York, 2026-11-01T12:00:00Z, false, 2026-11-01T13:00:00Z",
    "America/New_York, 2026-11-01T01:30:00Z, false, 2026-11-01T13:00:00Z",
    // Arizona does not shift; the Navajo Nation within it does.
    "America/Phoenix, 2026-07-01T14:59:59Z, false, 2026-07-01T15:00:00Z",
    "America/Phoenix, 2026-01-01T15:00:00Z, true, 2026-01-01T15:00:00Z",
    "America/Denver|America/Phoenix, 2026-07-01T14:30:00Z, false, 2026-07-01T15:00:00Z",
    "America/Denver|America/Phoenix, 2026-07-02T03:30:00Z, false, 2026-07-02T15:00:00Z",
    // Half and three-quarter hours.
    "Asia/Kolkata, 2026-05-01T02:29:59Z, false, 2026-05-01T02:30:00Z",
    "Asia/Kathmandu, 2026-05-01T02:14:59Z, false, 2026-05-01T02:15:00Z",
    "Australia/Lord_Howe, 2026-10-03T21:00:00Z, true, 2026-10-03T21:00:00Z",
    // Florida's two zones: the eastern evening closes both, the western morning opens both.
    "America/Chicago|America/New_York, 2026-01-15T13:30:00Z, false, 2026-01-15T14:00:00Z",
    "America/Chicago|America/New_York, 2026-01-16T02:30:00Z, false, 2026-01-16T14:00:00Z",
    // All of a toll-free number's zones, Hawaii to Newfoundland.
    "America/St_Johns|Pacific/Honolulu, 2026-01-15T17:59:59Z, false, 2026-01-15T18:00:00Z",
    "America/St_Johns|Pacific/Honolulu, 2026-01-16T00:30:00Z, false, 2026-01-16T18:00:00Z",
    // Nothing known: the tenant's default, Chicago.
    "'', 2026-01-15T13:59:59Z, false, 2026-01-15T14:00:00Z",
  })
  void theDefaultHoursHoldInEveryCandidateZone(String key, Instant at, boolean open, Instant next) {
    ZoneKey zones = new ZoneKey(key);
    assertThat(DEFAULTS.isOpen(zones, at)).isEqualTo(open);
    assertThat(DEFAULTS.nextOpening(zones, at)).contains(next);
  }

  @Test
  void zonesThatNeverMeetHaveNoNextOpening() {
    ContactTimes narrow =
        ContactTimes.withoutRules(window("09:00", "10:00", TimeZoneSource.DEVICE), HOME);
    ZoneKey key = new ZoneKey("America/Los_Angeles|America/New_York");

    assertThat(narrow.nextOpening(key, at("2026-01-15T13:00:00Z"))).isEmpty();
  }

  @Test
  void zonesThatMeetOnlyInTheOtherHalfOfTheYearOpenThen() {
    ContactTimes narrow =
        ContactTimes.withoutRules(window("09:00", "10:00", TimeZoneSource.DEVICE), HOME);
    ZoneKey key = new ZoneKey("America/Denver|America/Phoenix");

    assertThat(narrow.nextOpening(key, at("2026-07-01T13:00:00Z")))
        .contains(at("2026-11-01T16:00:00Z"));
  }

  @ParameterizedTest(name = "{0}: device {1}, contact {2} at {3} is open: {4}")
  @CsvSource({
    // 14:30Z in January: 08:30 Chicago, 09:30 New York, 06:30 Los Angeles. The window is 09 to 20.
    "DEVICE, America/New_York, America/Chicago, 2026-01-15T14:30:00Z, true",
    "DEVICE, America/Chicago, America/New_York, 2026-01-15T14:30:00Z, false",
    "CONTACT, America/Chicago, America/New_York, 2026-01-15T14:30:00Z, true",
    "CONTACT, America/New_York, America/Chicago, 2026-01-15T14:30:00Z, false",
    "CONTACT, America/New_York, '', 2026-01-15T14:30:00Z, false",
    "CONTACT_THEN_DEVICE, America/New_York, '', 2026-01-15T14:30:00Z, true",
    "CONTACT_THEN_DEVICE, America/New_York, America/Chicago, 2026-01-15T14:30:00Z, false",
    "CONTACT_AND_DEVICE, America/New_York, America/Chicago, 2026-01-15T14:30:00Z, false",
    "CONTACT_AND_DEVICE, America/New_York, America/Chicago, 2026-01-15T15:00:00Z, true",
    "CONTACT_AND_DEVICE, America/New_York, '', 2026-01-15T14:30:00Z, true",
    // The window may say what it likes of the contact: the default looks at the device.
    "CONTACT, America/Los_Angeles, America/New_York, 2026-01-15T14:30:00Z, false",
  })
  void theGroupsWindowLooksAtTheZonesOfItsSource(
      TimeZoneSource source, String device, String contact, Instant at, boolean open) {
    ContactTimes times = ContactTimes.withoutRules(window("09:00", "20:00", source), HOME);
    Whereabouts who = new Whereabouts(new ZoneKey(device), new ZoneKey(contact), "US", Set.of());

    assertThat(times.isOpen(who, at)).isEqualTo(open);
  }

  @Test
  void aRuleOfOneStateNarrowsThereAndWhereTheStateIsUnknown() {
    RuleSet rules = rules(rule("FL", "08:00", "20:00", false));
    Instant evening = local("2026-06-01T20:30:00", "America/New_York");

    assertThat(open(rules, "US", "FL", evening)).isFalse();
    assertThat(open(rules, "US", Set.of(), evening)).isFalse();
    assertThat(open(rules, "US", "GA", evening)).isTrue();
    assertThat(open(rules, "CA", Set.of(), evening)).isTrue();
  }

  @Test
  void onlyAReplacingRuleWidensAndOnlyWhereItSurelyApplies() {
    Instant late = local("2026-06-01T21:30:00", "America/New_York");

    assertThat(open(rules(rule("FL", "08:00", "22:00", false)), "US", "FL", late)).isFalse();
    RuleSet wider = rules(rule("FL", "08:00", "22:00", true));
    assertThat(open(wider, "US", "FL", late)).isTrue();
    assertThat(open(wider, "US", Set.of(), late)).isFalse();
    assertThat(open(wider, "US", "GA", late)).isFalse();
  }

  @Test
  void whereDeviceAndListNameTwoStatesTheRulesOfBothCount() {
    Instant late = local("2026-06-01T20:30:00", "America/New_York");
    var both = Set.of("FL", "NY");

    assertThat(open(rules(rule("FL", "08:00", "20:00", false)), "US", both, late)).isFalse();
    assertThat(open(rules(rule("NY", "08:00", "20:00", false)), "US", both, late)).isFalse();
    assertThat(open(rules(rule("GA", "08:00", "20:00", false)), "US", both, late)).isTrue();
    Instant later = local("2026-06-01T21:30:00", "America/New_York");
    assertThat(open(rules(rule("FL", "08:00", "22:00", true)), "US", both, later)).isFalse();
  }

  @Test
  void aClaimTakesWhatARuleMayAllow() {
    Instant late = local("2026-06-01T21:30:00", "America/New_York");
    ContactTimes times = rules(rule("FL", "08:00", "22:00", true)).contactTimes(TERMS);

    assertThat(times.isOpen(new ZoneKey("America/New_York"), late)).isTrue();
  }

  @Test
  void aWindowTillMidnightIsOpenInTheLastSecondOfTheDay() {
    WeeklyHours hours = WeeklyHours.daily(LocalTime.MIDNIGHT, LocalTime.MAX);

    assertThat(hours.isOpen(CHICAGO, local("2026-06-01T23:59:59.999999999", "America/Chicago")))
        .isTrue();
  }

  @Test
  void daysOfAWindowAreLocalDays() {
    WeeklyHours monday =
        new WeeklyHours(
            List.of(new LocalWindow(Set.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.MAX)));
    Instant mondayInAucklandSundayInUtc = at("2026-05-31T13:00:00Z");

    assertThat(monday.isOpen(ZoneId.of("Pacific/Auckland"), mondayInAucklandSundayInUtc)).isTrue();
    assertThat(monday.isOpen(ZoneId.of("UTC"), mondayInAucklandSundayInUtc)).isFalse();
  }

  private static boolean open(RuleSet rules, String country, String state, Instant at) {
    return open(rules, country, Set.of(state), at);
  }

  private static boolean open(RuleSet rules, String country, Set<String> states, Instant at) {
    return rules
        .contactTimes(TERMS)
        .isOpen(
            new Whereabouts(new ZoneKey("America/New_York"), ZoneKey.UNKNOWN, country, states), at);
  }

  private static RuleSet rules(ContactTimesRule rule) {
    return new RuleSet(TenantId.DEFAULT, 1, HOME, List.of(rule), List.of());
  }

  private static ContactTimesRule rule(String state, String from, String till, boolean replaces) {
    return new ContactTimesRule(
        new RuleRef("7", RuleType.CONTACT_TIMES, 1),
        "Hours of " + state,
        true,
        Set.of(Channel.VOICE),
        new Where("US", Set.of(state)),
        WeeklyHours.daily(LocalTime.parse(from), LocalTime.parse(till)),
        replaces);
  }

  private static CallingWindow window(String from, String till, TimeZoneSource source) {
    return new CallingWindow(LocalTime.parse(from), LocalTime.parse(till), source);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static Instant local(String text, String zone) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(text), ZoneId.of(zone)).toInstant();
  }
}
