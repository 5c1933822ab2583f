package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Observation.Unknown;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.ReservationStore.Tally;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of reservations promises. */
public abstract class ReservationStoreContract {
  protected static final TenantId TENANT = new TenantId("acme");
  protected static final TenantId OTHER = new TenantId("other");
  protected static final Device DEVICE = new Device("+12125550123");
  private static final GroupId GROUP = new GroupId(7);
  protected static final SuppressionTerms LIST = list(3, SuppressionType.DEVICE);
  private static final SuppressionTerms CLIENTS = list(4, SuppressionType.CLIENT_ID);

  /** The store under test, ready, with nothing in it. */
  protected abstract ReservationStore store();

  protected abstract Reservations reservations();

  protected abstract Instant now();

  /** Puts a value on a list. */
  protected abstract void suppress(
      TenantId tenant, SuppressionTerms list, String value, ReservationStore.Entry entry);

  protected abstract void rules(TenantId tenant, long version);

  /** Scope: a tenant's id or *. */
  protected abstract void halt(String scope, boolean halted);

  @Test
  void booksUpToTheMaximumAndNotOneMore() {
    AttemptRule rule = rule(3, CountBy.DEVICE, Scope.TENANT);
    for (int i = 0; i < 3; i++) {
      assertThat(book(DEVICE, null, rule).booked()).isTrue();
    }

    Seen fourth = book(DEVICE, null, rule);

    assertThat(fourth.booked()).isFalse();
    assertThat(fourth.tallies().get(0).count()).isEqualTo(3);
    assertThat(book(new Device("+12125550199"), null, rule).booked()).isTrue();
  }

  @Test
  void anAttemptLeavesTheCountExactlyAWindowAfterItWasMade() {
    AttemptRule rule = rule(1, CountBy.DEVICE, Scope.TENANT);
    Instant made = book(DEVICE, null, rule).at();
    Instant leaves = made.plus(Duration.ofHours(24));

    assertThat(look(leaves.minusMillis(1), rule).decisive()).isEqualTo(made);
    assertThat(look(leaves.minusMillis(1), rule).count()).isEqualTo(1);
    assertThat(look(leaves, rule).count()).isZero();
  }

  @Test
  void theOldestAttemptThatFillsTheWindowIsTheDecisiveOne() {
    AttemptRule rule = rule(2, CountBy.DEVICE, Scope.TENANT);
    Instant first = book(DEVICE, null, rule).at();
    book(DEVICE, null, rule);

    assertThat(book(DEVICE, null, rule).tallies().get(0).decisive()).isEqualTo(first);
  }

  @Test
  void aMaximumOfNoneIsFullForGood() {
    Seen seen = book(DEVICE, null, rule(0, CountBy.DEVICE, Scope.TENANT));

    assertThat(seen.booked()).isFalse();
    assertThat(seen.tallies().get(0).decisive()).isNull();
  }

  @Test
  void theSameAttemptIsBookedOnce() {
    AttemptRule rule = rule(1, CountBy.DEVICE, Scope.TENANT);
    Booking booking = booking(TENANT, AttemptId.create(), DEVICE, null);
    assertThat(ask(book(booking, rule)).booked()).isTrue();

    assertThat(ask(book(booking, rule)).booked()).isTrue();
    assertThat(book(DEVICE, null, rule).booked()).isFalse();
  }

  @Test
  void lookingBooksNothing() {
    AttemptRule rule = rule(1, CountBy.DEVICE, Scope.TENANT);
    look(now(), rule);

    assertThat(book(DEVICE, null, rule).booked()).isTrue();
  }

  @Test
  void whatIsReleasedDoesNotCountAndReleasingAgainIsHarmless() {
    AttemptRule rule = rule(1, CountBy.CLIENT_ID, Scope.TENANT);
    Booking booking = booking(TENANT, AttemptId.create(), DEVICE, "c|1");
    ask(book(booking, rule));
    var released = new Reservations.Released(booking.attempt(), GROUP, DEVICE, "c|1");

    await(reservations().release(TENANT, List.of(released)));
    await(reservations().release(TENANT, List.of(released)));

    assertThat(book(DEVICE, "c|1", rule).booked()).isTrue();
  }

  @Test
  void countsByDeviceByClientIdAndByBoth() {
    Device second = new Device("+12125550124");
    book(DEVICE, "c1");

    assertThat(count(second, "c1", CountBy.CLIENT_ID)).isEqualTo(1);
    assertThat(count(second, "c1", CountBy.DEVICE)).isZero();
    assertThat(count(DEVICE, "c2", CountBy.DEVICE)).isEqualTo(1);
    assertThat(count(DEVICE, "c2", CountBy.BOTH)).isZero();
    assertThat(count(DEVICE, "c1", CountBy.BOTH)).isEqualTo(1);
  }

  @Test
  void aRuleOfOneGroupCountsThatGroupsAttempts() {
    AttemptRule rule = rule(1, CountBy.DEVICE, Scope.GROUP);
    Booking elsewhere =
        new Booking(TENANT, AttemptId.create(), Channel.VOICE, new GroupId(8), DEVICE, null, false);
    ask(book(elsewhere, rule));

    assertThat(book(DEVICE, null, rule).booked()).isTrue();
    assertThat(book(DEVICE, null, rule).booked()).isFalse();
  }

  @Test
  void aRuleCountsItsChannelsOnly() {
    Booking text = new Booking(TENANT, AttemptId.create(), Channel.SMS, GROUP, DEVICE, null, false);
    ask(book(text, rule(1, CountBy.DEVICE, Scope.TENANT)));

    assertThat(count(DEVICE, null, CountBy.DEVICE)).isZero();
  }

  @Test
  void whatAnExternalOcsLeftUnconfirmedLeavesAfterItsTime() {
    AttemptRule rule = rule(5, CountBy.DEVICE, Scope.TENANT);
    Booking external =
        new Booking(TENANT, AttemptId.create(), Channel.VOICE, null, DEVICE, null, true);
    Instant made = ask(book(external, rule)).at();
    Instant leaves = made.plus(ReservationStore.UNCONFIRMED);

    assertThat(look(leaves.minusMillis(1), rule).count()).isEqualTo(1);
    assertThat(look(leaves, rule).count()).isZero();
  }

  @Test
  void nothingIsBookedForWhoIsSuppressed() {
    suppress(TENANT, LIST, DEVICE.value(), ReservationStore.Entry.ALWAYS);

    Seen seen = ask(question(booking(TENANT, AttemptId.create(), DEVICE, null), List.of(LIST)));

    assertThat(seen.booked()).isFalse();
    assertThat(seen.entries()).containsExactly(ReservationStore.Entry.ALWAYS);
  }

  @Test
  void aListByClientIdLooksAtTheClientId() {
    suppress(TENANT, CLIENTS, "c1", ReservationStore.Entry.ALWAYS);
    List<SuppressionTerms> both = List.of(LIST, CLIENTS);

    assertThat(ask(question(booking(TENANT, AttemptId.create(), DEVICE, "c1"), both)).booked())
        .isFalse();
    assertThat(ask(question(booking(TENANT, AttemptId.create(), DEVICE, "c2"), both)).booked())
        .isTrue();
  }

  @Test
  void anEntryHoldsWithinItsWindow() {
    Instant from = now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    var entry = new ReservationStore.Entry(true, from, from.plusSeconds(60));
    suppress(TENANT, LIST, DEVICE.value(), entry);

    Seen seen = ask(question(booking(TENANT, AttemptId.create(), DEVICE, null), List.of(LIST)));

    assertThat(seen.entries()).containsExactly(entry);
    assertThat(seen.booked()).isTrue();
  }

  @Test
  void tenantsNeverMeet() {
    AttemptRule rule = rule(1, CountBy.DEVICE, Scope.TENANT);
    suppress(OTHER, LIST, DEVICE.value(), ReservationStore.Entry.ALWAYS);
    ask(book(booking(OTHER, AttemptId.create(), DEVICE, "c1"), rule));
    halt(OTHER.value(), true);

    Booking ours = booking(TENANT, AttemptId.create(), DEVICE, "c1");
    Seen seen = ask(new Question(ours, 0, new Mode.Book(now()), List.of(LIST), List.of(rule)));

    assertThat(seen.booked()).isTrue();
  }

  @Test
  void aHaltOfTheTenantOrOfAllStopsBookingUntilItIsLifted() {
    for (String scope : List.of(TENANT.value(), "*")) {
      halt(scope, true);
      Seen halted = book(DEVICE, null);
      halt(scope, false);

      assertThat(halted.halted()).isTrue();
      assertThat(halted.booked()).isFalse();
      assertThat(book(DEVICE, null).booked()).isTrue();
    }
  }

  @Test
  void whoHasOlderRulesLearnsTheVersionAndBooksNothing() {
    rules(TENANT, 4);
    Booking booking = booking(TENANT, AttemptId.create(), DEVICE, null);

    assertThat(observe(new Question(booking, 3, new Mode.Book(now()), List.of(), List.of())))
        .isEqualTo(new Unknown(Trouble.OLD_RULES, 4));
    assertThat(observe(new Question(booking, 4, new Mode.Book(now()), List.of(), List.of())))
        .isInstanceOf(Seen.class);
  }

  @Test
  void aClockThatIsOffBooksNothing() {
    Booking booking = booking(TENANT, AttemptId.create(), DEVICE, null);
    for (long off : new long[] {-700, 700}) {
      Mode mode = new Mode.Book(now().plusMillis(off));
      assertThat(observe(new Question(booking, 0, mode, List.of(), List.of())))
          .isEqualTo(new Unknown(Trouble.CLOCK, 0));
    }
  }

  private Tally look(Instant at, AttemptRule rule) {
    Booking booking = booking(TENANT, AttemptId.create(), DEVICE, null);
    return ask(new Question(booking, 0, new Mode.Look(at), List.of(), List.of(rule)))
        .tallies()
        .get(0);
  }

  private int count(Device device, @Nullable String clientId, CountBy by) {
    Booking booking = booking(TENANT, AttemptId.create(), device, clientId);
    AttemptRule rule = rule(9, by, Scope.TENANT);
    return ask(new Question(booking, 0, new Mode.LookNow(now()), List.of(), List.of(rule)))
        .tallies()
        .get(0)
        .count();
  }

  private Seen book(Device device, @Nullable String clientId, AttemptRule... rules) {
    return ask(book(booking(TENANT, AttemptId.create(), device, clientId), rules));
  }

  protected Question book(Booking booking, AttemptRule... rules) {
    return new Question(booking, 0, new Mode.Book(now()), List.of(), List.of(rules));
  }

  private Question question(Booking booking, List<SuppressionTerms> lists) {
    return new Question(booking, 0, new Mode.Book(now()), lists, List.of());
  }

  protected Seen ask(Question question) {
    return (Seen) observe(question);
  }

  private Observation observe(Question question) {
    return await(store().ask(List.of(question))).get(0);
  }

  protected static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  protected static Booking booking(
      TenantId tenant, AttemptId attempt, Device device, @Nullable String clientId) {
    return new Booking(
        tenant, attempt, Channel.VOICE, GROUP, Objects.requireNonNull(device), clientId, false);
  }

  protected static AttemptRule rule(int max, CountBy by, Scope scope) {
    return new AttemptRule(
        new RuleRef("1", RuleType.ATTEMPT, 1),
        true,
        Set.of(Channel.VOICE),
        max,
        Duration.ofHours(24),
        by,
        scope);
  }

  protected static SuppressionTerms list(long id, SuppressionType type) {
    return new SuppressionTerms(
        new SuppressionListId(id), "list " + id, type, Set.of(Channel.VOICE), true, null);
  }
}
