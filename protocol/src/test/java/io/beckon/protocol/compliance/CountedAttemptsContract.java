package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Counted;
import io.beckon.protocol.compliance.AttemptRule.LocalDays;
import io.beckon.protocol.compliance.AttemptRule.Outcome;
import io.beckon.protocol.compliance.AttemptRule.Rolling;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.compliance.AttemptRule.Span;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.Reservations.Confirmed;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which attempts every store of reservations counts for a rule. */
public abstract class CountedAttemptsContract {
  private static final TenantId TENANT = new TenantId("acme");
  private static final Device DEVICE = new Device("+12125550123");
  private static final Device OTHER = new Device("+12125550124");
  private static final Span DAY = new Rolling(Duration.ofHours(24));
  private static final Counted ANSWERED =
      new Counted(Set.of(CallResult.ANSWER, CallResult.BUSY), false, Where.ANYWHERE);
  private static final Counted TALKS = new Counted(Set.of(), true, Where.ANYWHERE);
  private static final Counted TO_FLORIDA =
      new Counted(Set.of(), false, new Where("US", Set.of("FL", "GA")));

  protected abstract ReservationStore store();

  protected abstract Reservations reservations();

  protected abstract Instant now();

  @Test
  void anAttemptWithoutOutcomeCountsForEveryRule() {
    book(DEVICE, "c1");

    assertThat(count(ANSWERED)).isEqualTo(1);
    assertThat(count(TALKS)).isEqualTo(1);
    assertThat(count(TO_FLORIDA)).isEqualTo(1);
  }

  @Test
  void anOutcomeThatARuleDoesNotCountReleasesTheAttemptForThatRuleOnly() {
    confirm(book(DEVICE, "c1"), CallResult.NO_ANSWER, false, "FL");

    assertThat(count(ANSWERED)).isZero();
    assertThat(count(TALKS)).isZero();
    assertThat(count(TO_FLORIDA)).isEqualTo(1);
    assertThat(count(Counted.EVERY)).isEqualTo(1);
  }

  @Test
  void whatARuleCountsIsFullAndBooksNoMore() {
    AttemptRule rule = rule(1, CountBy.DEVICE, DAY, ANSWERED);
    Booking first = booking(DEVICE, "c1");
    assertThat(ask(first, new Mode.Book(now()), rule).booked()).isTrue();
    assertThat(ask(booking(DEVICE, "c1"), new Mode.Book(now()), rule).booked()).isFalse();

    confirm(first, CallResult.NO_ANSWER, false, "FL");
    Booking second = booking(DEVICE, "c1");
    assertThat(ask(second, new Mode.Book(now()), rule).booked()).isTrue();

    confirm(second, CallResult.BUSY, false, "FL");
    assertThat(ask(booking(DEVICE, "c1"), new Mode.Book(now()), rule).booked()).isFalse();
  }

  @Test
  void aConversationIsWhatTheOutcomeSays() {
    confirm(book(DEVICE, "c1"), CallResult.ANSWER, true, "FL");
    confirm(book(DEVICE, "c1"), CallResult.ANSWER, false, "FL");

    assertThat(count(TALKS)).isEqualTo(1);
    assertThat(count(ANSWERED)).isEqualTo(2);
  }

  @Test
  void onlyAttemptsThatSurelyWentElsewhereAreLeftOut() {
    confirm(book(DEVICE, "c1"), CallResult.BUSY, false, "FL");
    confirm(book(DEVICE, "c1"), CallResult.BUSY, false, null);
    confirm(book(DEVICE, "c1"), CallResult.BUSY, false, "NY");

    assertThat(count(TO_FLORIDA)).isEqualTo(2);
    assertThat(count(new Counted(Set.of(), false, new Where("US", Set.of())))).isEqualTo(3);
    assertThat(count(new Counted(Set.of(), false, new Where("CA", Set.of())))).isZero();
  }

  @Test
  void outcomesCountByClientIdAcrossDevicesToo() {
    confirm(book(DEVICE, "c1"), CallResult.BUSY, false, "FL");
    confirm(book(OTHER, "c1"), CallResult.NO_ANSWER, false, "FL");
    book(OTHER, "c1");

    AttemptRule rule = rule(9, CountBy.CLIENT_ID, DAY, ANSWERED);
    assertThat(tally(rule, new Mode.LookNow(now()), "UTC").count()).isEqualTo(2);
    assertThat(tally(rule(9, CountBy.BOTH, DAY, ANSWERED), new Mode.LookNow(now()), "UTC").count())
        .isEqualTo(1);
  }

  @Test
  void whatAnExternalOcsConfirmedStays() {
    Booking external =
        new Booking(TENANT, AttemptId.create(), Channel.VOICE, null, DEVICE, "c1", true);
    Instant made = ask(external, new Mode.Book(now())).at();
    Instant later = made.plus(ReservationStore.UNCONFIRMED);
    AttemptRule rule = rule(9, CountBy.DEVICE, DAY, Counted.EVERY);
    assertThat(tally(rule, new Mode.Look(later), "UTC").count()).isZero();

    confirm(external, CallResult.BUSY, false, "FL");

    assertThat(tally(rule, new Mode.Look(later), "UTC").count()).isEqualTo(1);
  }

  @Test
  void whatWasReleasedIsNotBroughtBackByAnOutcome() {
    Booking booking = book(DEVICE, "c1");
    await(reservations().release(TENANT, List.of(released(booking))));

    confirm(booking, CallResult.ANSWER, true, "FL");

    assertThat(count(Counted.EVERY)).isZero();
  }

  /** Midnight of Auckland and of Los Angeles are never less than three hours apart. */
  @Test
  void todayBeginsAtTheEarliestMidnightOfTheZonesADeviceMayBeIn() {
    AttemptRule today = rule(9, CountBy.DEVICE, new LocalDays(1), Counted.EVERY);
    Instant made = ask(book(booking(DEVICE, "c1"))).at();
    for (String zones : List.of("America/Los_Angeles", "Pacific/Auckland")) {
      Instant midnight = midnightAfter(made, zones, 1);
      assertThat(tally(today, new Mode.Look(midnight.minusMillis(1)), zones).count()).isEqualTo(1);
      assertThat(tally(today, new Mode.Look(midnight), zones).count()).isZero();
    }
    Instant first = midnightAfter(made, "America/Los_Angeles", 1);
    Instant second = midnightAfter(made, "Pacific/Auckland", 1);
    Instant last = first.isAfter(second) ? first : second;
    String both = "America/Los_Angeles|Pacific/Auckland";
    assertThat(tally(today, new Mode.Look(last.minusMillis(1)), both).count()).isEqualTo(1);
    assertThat(tally(today, new Mode.Look(last), both).count()).isZero();
  }

  @Test
  void sevenConsecutiveDaysEndWithTheSeventhMidnight() {
    AttemptRule week = rule(9, CountBy.DEVICE, new LocalDays(7), Counted.EVERY);
    Instant made = ask(book(booking(DEVICE, "c1"))).at();
    Instant eighth = midnightAfter(made, "America/New_York", 7);

    assertThat(tally(week, new Mode.Look(eighth.minusMillis(1)), "America/New_York").count())
        .isEqualTo(1);
    assertThat(tally(week, new Mode.Look(eighth), "America/New_York").count()).isZero();
    assertThat(week.span().leaves(made, List.of(ZoneId.of("America/New_York")))).isEqualTo(eighth);
  }

  @Test
  void rulesOfTodayBookUpToTheMaximum() {
    AttemptRule today = rule(2, CountBy.DEVICE, new LocalDays(1), Counted.EVERY);
    List<Boolean> booked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      booked.add(ask(booking(DEVICE, "c1"), new Mode.Book(now()), today).booked());
    }

    assertThat(booked).containsExactly(true, true, false);
  }

  private static Instant midnightAfter(Instant made, String zone, int days) {
    ZoneId id = ZoneId.of(zone);
    return LocalDate.ofInstant(made, id).plusDays(days).atStartOfDay(id).toInstant();
  }

  private int count(Counted counted) {
    return tally(rule(9, CountBy.DEVICE, DAY, counted), new Mode.LookNow(now()), "UTC").count();
  }

  private ReservationStore.Tally tally(AttemptRule rule, Mode mode, String zones) {
    List<ZoneId> all = List.of(zones.split("\\|")).stream().map(ZoneId::of).toList();
    var question = new Question(booking(DEVICE, "c1"), 0, mode, List.of(), List.of(rule), all);
    return ask(question).tallies().get(0);
  }

  private Booking book(Device device, @Nullable String clientId) {
    Booking booking = booking(device, clientId);
    assertThat(ask(book(booking)).booked()).isTrue();
    return booking;
  }

  private Question book(Booking booking) {
    return new Question(booking, 0, new Mode.Book(now()), List.of(), List.of());
  }

  private Seen ask(Booking booking, Mode mode, AttemptRule... rules) {
    return ask(new Question(booking, 0, mode, List.of(), List.of(rules)));
  }

  private Seen ask(Question question) {
    return (Seen) await(store().ask(List.of(question))).get(0);
  }

  private void confirm(
      Booking booking, CallResult result, boolean conversation, @Nullable String state) {
    Set<String> states = state == null ? Set.of() : Set.of(state);
    var outcome = new Outcome(result, conversation, "US", states);
    await(reservations().confirm(TENANT, List.of(new Confirmed(released(booking), outcome))));
  }

  private static Released released(Booking booking) {
    return new Released(booking.attempt(), booking.group(), booking.device(), booking.clientId());
  }

  private static Booking booking(Device device, @Nullable String clientId) {
    return new Booking(
        TENANT, AttemptId.create(), Channel.VOICE, new GroupId(7), device, clientId, false);
  }

  private static AttemptRule rule(int max, CountBy by, Span span, Counted counted) {
    return new AttemptRule(
        new RuleRef("1", RuleType.ATTEMPT, 1),
        true,
        Set.of(Channel.VOICE),
        max,
        span,
        by,
        Scope.TENANT,
        counted);
  }

  protected static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
