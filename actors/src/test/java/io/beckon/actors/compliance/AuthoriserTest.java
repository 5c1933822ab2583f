package io.beckon.actors.compliance;

import static io.beckon.actors.compliance.PoolRig.DEVICE;
import static io.beckon.actors.compliance.PoolRig.NOON;
import static io.beckon.actors.compliance.PoolRig.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.compliance.ContactTimesRule;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Explanation.Outcome;
import io.beckon.protocol.compliance.ReservationStore.Entry;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.compliance.WeeklyHours;
import io.beckon.protocol.compliance.Where;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthoriserTest {
  private static final SuppressionTerms LIST =
      new SuppressionTerms(
          new SuppressionListId(12),
          "Do not call",
          SuppressionType.DEVICE,
          Set.of(Channel.VOICE),
          true,
          null);

  private final PoolRig rig = new PoolRig();

  @Test
  void allowsBooksAndKeepsTheDecision() {
    Verdict verdict = rig.authorise();

    assertThat(verdict.allowed()).isTrue();
    assertThat(rig.store.booked()).isEqualTo(1);
    assertThat(rig.kept).hasSize(1);
    assertThat(rig.kept.get(0).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} in {1} is denied by {2}")
  @CsvSource({
    "+1911, America/New_York, emergency-number",
    "+44999, Europe/London, emergency-number",
    "+49112, Europe/Berlin, emergency-number",
    "+911, '', emergency-number",
    "+33112, Europe/Paris, emergency-number",
    "a@b.example, '', emergency-number",
    "+12125550123, Asia/Kolkata, default-contact-times",
    "+12125550123, America/New_York|Asia/Tokyo, default-contact-times",
  })
  void builtInRulesDenyWithTheirName(String device, String zones, String rule) {
    Denial denial = denial(rig.authorise(rig.request(new Device(device), zones)));

    assertThat(denial.rule().id()).isEqualTo(rule);
    assertThat(denial.callResult()).isEqualTo(CallResult.CANCEL_RECORD);
    assertThat(denial.uncertain()).isFalse();
    assertThat(rig.store.booked()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"+442079460000", "+4930901820", "+290223000", "+12025550101"})
  void ordinaryNumbersAreNoEmergencies(String device) {
    assertThat(rig.authorise(rig.request(new Device(device), "America/New_York")).allowed())
        .isTrue();
  }

  @Test
  void nobodyIsCalledWithoutCallerIdButTextedTheyMayBe() {
    rig.callerId = null;
    assertThat(denial(rig.authorise()).rule().id()).isEqualTo("no-caller-id");

    rig.channel = Channel.SMS;
    assertThat(rig.authorise().allowed()).isTrue();
  }

  @Test
  void aSuppressedDeviceIsNotToBeCalled() {
    rig.rules = PoolRig.rules(0, List.of(), List.of(), List.of(LIST));
    rig.store.suppress(TENANT, LIST, DEVICE.value(), Entry.ALWAYS);

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule())
        .isEqualTo(new RuleRef("suppression-list-12", RuleType.SUPPRESSION, 1));
    assertThat(denial.callResult()).isEqualTo(CallResult.DO_NOT_CALL);
    assertThat(denial.allowedFrom()).isNull();
    assertThat(denial.reason()).doesNotContain("555");
  }

  @Test
  void aSuppressionWithAnEndSaysWhenItEnds() {
    Instant end = NOON.plus(Duration.ofDays(3));
    rig.rules = PoolRig.rules(0, List.of(), List.of(), List.of(LIST));
    rig.store.suppress(TENANT, LIST, DEVICE.value(), new Entry(true, null, end));

    assertThat(denial(rig.authorise()).allowedFrom()).isEqualTo(end);
  }

  @Test
  void suppressionIsNamedBeforeTheHour() {
    rig.rules = PoolRig.rules(0, List.of(), List.of(), List.of(LIST));
    rig.store.suppress(TENANT, LIST, DEVICE.value(), Entry.ALWAYS);

    Denial denial = denial(rig.authorise(rig.request(DEVICE, "Asia/Tokyo")));

    assertThat(denial.callResult()).isEqualTo(CallResult.DO_NOT_CALL);
  }

  @Test
  void aRecordIsTriedNoMoreOftenThanItsGroupAllows() {
    Denial denial = denial(rig.authorise(rig.request(DEVICE, "America/New_York", 3)));

    assertThat(denial.rule().id()).isEqualTo("max-attempts-per-record");
    assertThat(denial.allowedFrom()).isNull();
  }

  @Test
  void anAttemptRuleDeniesUntilTheOldestAttemptHasLeft() {
    rig.rules = PoolRig.rules(0, List.of(), List.of(attempts(2)), List.of());
    rig.authorise();
    rig.authorise();

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule()).isEqualTo(attempts(2).ref());
    assertThat(denial.allowedFrom()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThat(rig.store.booked()).isEqualTo(2);
  }

  @Test
  void whatTheHourDeniesIsNotBooked() {
    rig.rules = PoolRig.rules(0, List.of(evenings()), List.of(attempts(1)), List.of());

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule()).isEqualTo(evenings().ref());
    assertThat(denial.allowedFrom()).isEqualTo(Instant.parse("2026-06-03T22:00:00Z"));
    assertThat(rig.store.booked()).isZero();
  }

  @Test
  void theGroupsOwnWindowDeniesWithTheNextOpeningOfEverything() {
    rig.window = new CallingWindow(LocalTime.of(6, 0), LocalTime.of(9, 0), TimeZoneSource.DEVICE);

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule().id()).isEqualTo("group-calling-window");
    assertThat(denial.allowedFrom()).isEqualTo(Instant.parse("2026-06-04T12:00:00Z"));
  }

  @Test
  void anUnknownZoneTakesTheTenantsAndSaysSo() {
    rig.now = Instant.parse("2026-06-03T18:00:00Z");
    var trace = rig.explain(Instant.parse("2026-06-03T05:00:00Z")).trace();
    assertThat(trace).anyMatch(s -> s.outcome() == Outcome.DENIED);

    Verdict verdict = rig.authorise(rig.request(DEVICE, ""));

    assertThat(verdict.allowed()).isTrue();
  }

  @Test
  void aHaltPostponesEverybody() {
    rig.store.halt(TENANT.value(), true);

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule().id()).isEqualTo("halt");
    assertThat(denial.uncertain()).isTrue();
    assertThat(rig.store.booked()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void whateverTheTroubleNothingIsAllowed(Trouble trouble) {
    rig.store.trouble(trouble);

    Denial denial = denial(rig.authorise());

    assertThat(denial.uncertain()).isTrue();
    assertThat(denial.rule().type()).isEqualTo(RuleType.SYSTEM);
    assertThat(rig.kept).isEmpty();
    assertThat(rig.doubted)
        .singleElement()
        .satisfies(d -> assertThat(d.verdict().denial()).isEqualTo(denial));
  }

  @Test
  void withoutRulesNothingIsAllowed() {
    rig.rules = null;

    assertThat(denial(rig.authorise()).rule().id()).isEqualTo("rules-unknown");
    assertThat(rig.doubted).hasSize(1);
  }

  @Test
  void whatCannotBeWrittenDownIsNotAllowedAndGivenBack() {
    rig.canKeep = false;

    assertThat(denial(rig.authorise()).rule().id()).isEqualTo("decision-not-kept");
    assertThat(rig.doubted).hasSize(1);
    assertThat(rig.store.booked()).isZero();
  }

  @Test
  void whoHasOlderRulesReadsThemAgainAndUsesTheNewOnes() {
    rig.store.rules(TENANT, 2);
    rig.newerRules = PoolRig.rules(2, List.of(evenings()), List.of(), List.of());

    Denial denial = denial(rig.authorise());

    assertThat(denial.rule()).isEqualTo(evenings().ref());
    assertThat(rig.kept.get(0).ruleSet()).isEqualTo(2);
  }

  @Test
  void whoCannotGetTheNewRulesDenies() {
    rig.store.rules(TENANT, 2);
    rig.newerRules = null;

    assertThat(denial(rig.authorise()).uncertain()).isTrue();
  }

  @Test
  void anAskersClockThatIsOffIsDenied() {
    rig.now = NOON.plusMillis(501);
    assertThat(denial(rig.authorise()).rule().id()).isEqualTo("clock-off");

    rig.now = NOON.minusMillis(500);
    assertThat(rig.authorise().allowed()).isTrue();
  }

  @Test
  void anExplanationShowsEveryRuleAndBooksNothing() {
    rig.rules = PoolRig.rules(0, List.of(), List.of(attempts(1)), List.of(LIST));

    var explanation = rig.explain(NOON);

    assertThat(explanation.verdict().allowed()).isTrue();
    assertThat(explanation.trace())
        .extracting(s -> s.rule().id())
        .containsExactly(
            "halt",
            "emergency-number",
            "no-caller-id",
            "erased",
            "suppression-list-12",
            "max-attempts-per-record",
            "default-contact-times",
            "group-calling-window",
            "9");
    assertThat(rig.store.booked()).isZero();
    assertThat(rig.kept).isEmpty();
  }

  private static Denial denial(Verdict verdict) {
    return Objects.requireNonNull(verdict.denial(), "should have been denied");
  }

  private static AttemptRule attempts(int max) {
    return new AttemptRule(
        new RuleRef("9", RuleType.ATTEMPT, 4),
        true,
        Set.of(Channel.VOICE),
        max,
        Duration.ofHours(24),
        CountBy.DEVICE,
        Scope.TENANT);
  }

  private static ContactTimesRule evenings() {
    return new ContactTimesRule(
        new RuleRef("8", RuleType.CONTACT_TIMES, 2),
        "Evenings",
        true,
        Set.of(Channel.VOICE),
        new Where("US", Set.of("NY")),
        WeeklyHours.daily(LocalTime.of(18, 0), LocalTime.of(20, 0)),
        false);
  }
}
