package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.ContactTimes.Whereabouts;
import io.beckon.protocol.compliance.ContactTimesSpec.Place;
import io.beckon.protocol.compliance.ContactTimesSpec.Window;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactDatesTest {
  private static final Place LOUISIANA = new Place("US", Set.of("LA"));

  /** In a place that may be Louisiana no attempt on a day that it keeps, wherever it has begun. */
  @ParameterizedTest(name = "{0} in {1} ({2})")
  @CsvSource({
    "2026-02-17T18:00:00Z, America/Chicago, LA, false",
    "2026-02-17T18:00:00Z, America/Chicago, '', false",
    "2026-02-17T18:00:00Z, America/Chicago, TX, true",
    "2026-02-16T18:00:00Z, America/Chicago, LA, false", // Washington's Birthday
    "2026-02-18T18:00:00Z, America/Chicago, LA, true",
    "2026-02-18T14:00:00Z, America/Chicago, LA, true",
    "2026-07-03T18:00:00Z, America/Chicago, LA, false", // observed
  })
  void closesOnTheDaysOfItsCalendar(String at, String zone, String state, boolean open) {
    ContactTimes times = times(Duration.ZERO, dates(LOUISIANA, "US-LA"));

    assertThat(times.isOpen(who(zone, state), Instant.parse(at))).isEqualTo(open);
  }

  @Test
  void aDateClosesWhileItIsThatDateInAnyZoneTheDeviceMayBeIn() {
    ContactTimes times =
        times(Duration.ZERO, dates(null, "CA"), hours("00:00", "23:59:59", null, true));
    Instant newYearInHalifaxOnly = Instant.parse("2027-01-01T04:30:00Z");

    assertThat(times.isOpen(who("America/Vancouver", ""), newYearInHalifaxOnly)).isTrue();
    assertThat(times.isOpen(who("America/Halifax|America/Vancouver", ""), newYearInHalifaxOnly))
        .isFalse();
  }

  @Test
  void theNextMomentIsBehindAllClosedDaysAndWithinTheHours() {
    ContactTimes times = times(Duration.ZERO, own("12-24", "12-25", "12-26", "12-27"));
    Instant christmasEve = Instant.parse("2026-12-24T18:00:00Z");

    assertThat(times.nextOpening(who("America/Chicago", "IL"), christmasEve))
        .contains(Instant.parse("2026-12-28T14:00:00Z"));
  }

  @Test
  void aMonthWithoutContactEndsAndARuleForEveryDayNeverDoes() {
    List<String> days =
        java.util.stream.IntStream.rangeClosed(1, 31).mapToObj("2026-08-%02d"::formatted).toList();
    ContactTimes august = times(Duration.ZERO, own(days.toArray(String[]::new)));
    Instant at = Instant.parse("2026-08-01T18:00:00Z");
    assertThat(august.nextOpening(who("America/Chicago", "IL"), at))
        .contains(Instant.parse("2026-09-01T13:00:00Z"));

    ContactTimes never = times(Duration.ZERO, hours("22:00", "23:00", null, false));
    assertThat(never.nextOpening(who("America/Chicago", "IL"), at)).isEmpty();
  }

  @Test
  void aRuleForEveryPlaceKeepsRecordsFromBeingClaimed() {
    ContactTimes times = times(Duration.ZERO, own("2026-08-03"));
    ZoneKey chicago = new ZoneKey("America/Chicago");
    Instant at = Instant.parse("2026-08-03T18:00:00Z");

    assertThat(times.isOpen(chicago, at)).isFalse();
    assertThat(times.nextOpening(chicago, at)).contains(Instant.parse("2026-08-04T13:00:00Z"));
    assertThat(times.closed(chicago, at)).containsExactly("Closed");
  }

  @ParameterizedTest(name = "{0} with a ring of {1} and a margin of {2}")
  @CsvSource({
    // the default hours end at 21:00, 02:00Z in Chicago
    "2026-06-03T01:59:29Z, PT30S, , true",
    "2026-06-03T01:59:30Z, PT30S, , false",
    "2026-06-03T01:59:59Z, PT0S,  , true",
    "2026-06-03T02:00:00Z, PT0S,  , false",
    // a rule's own hours end at 20:00
    "2026-06-03T00:59:29Z, PT30S, , true",
    "2026-06-03T00:59:31Z, PT30S, , false",
    "2026-06-03T00:59:31Z, PT30S, PT10S, true",
    "2026-06-03T00:59:51Z, PT30S, PT10S, false",
  })
  void noAttemptIsBegunARingBeforeHoursEnd(
      Instant at, Duration ring, @Nullable Duration margin, boolean open) {
    boolean defaultHours = at.isAfter(Instant.parse("2026-06-03T01:00:00Z"));
    ContactTimes times =
        defaultHours ? times(ring) : times(ring, hours("08:00", "20:00", margin, false));

    assertThat(times.isOpen(who("America/Chicago", "IL"), at)).isEqualTo(open);
    assertThat(times.nextOpening(who("America/Chicago", "IL"), at))
        .contains(open ? at : Instant.parse("2026-06-03T13:00:00Z"));
  }

  private static CompiledRule dates(@Nullable Place where, String calendar) {
    return new ContactDatesSpec("Closed", true, null, Set.of(), where, Set.of(calendar), List.of())
        .compile(new RuleRef("2", RuleType.CONTACT_DATES, 1));
  }

  private static CompiledRule own(String... days) {
    return new ContactDatesSpec("Closed", true, null, Set.of(), null, Set.of(), List.of(days))
        .compile(new RuleRef("2", RuleType.CONTACT_DATES, 1));
  }

  private static CompiledRule hours(
      String from, String till, @Nullable Duration margin, boolean replaces) {
    var window = new Window(Set.of(), LocalTime.parse(from), LocalTime.parse(till));
    return new ContactTimesSpec(
            "Hours", true, null, Set.of(), List.of(window), null, replaces, margin)
        .compile(new RuleRef("3", RuleType.CONTACT_TIMES, 1));
  }

  private static ContactTimes times(Duration ring, CompiledRule... rules) {
    var terms = new CampaignTerms(null, Channel.VOICE, List.of(), List.of(), null, ring, 10);
    return new RuleSet(
            TenantId.DEFAULT, 1, new ZoneKey("America/Chicago"), List.of(rules), List.of())
        .contactTimes(terms);
  }

  private static Whereabouts who(String zones, String state) {
    return new Whereabouts(
        new ZoneKey(zones), ZoneKey.UNKNOWN, "US", state.isEmpty() ? Set.of() : Set.of(state));
  }
}
