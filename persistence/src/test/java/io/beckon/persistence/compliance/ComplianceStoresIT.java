package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.ADMIN;
import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.suppression.RedisSuppressionPublisher;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptSpec;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.CompiledRule;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions.Decision;
import io.beckon.protocol.compliance.Decisions.Query;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Halts.Scope;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleSpec;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Rules;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressionEntries.Added;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplianceStoresIT {
  private static final Device DEVICE = new Device("+12125550101");

  private CheckedStore node;

  @BeforeEach
  void start() {
    node = CheckedStore.fresh(TestRedis.freshUri());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void anAcknowledgedEntryIsEnforcedAndARemovedOneIsNot() {
    SuppressionListId list = list("No calls", null);
    assertThat(add(list, "(212) 555-0101").accepted()).isEqualTo(1);
    assertThat(booked()).isFalse();
    assertThat(look()).isEqualTo(Answer.SUPPRESSED);

    await(node.entries.remove(TENANT, list, DEVICE.value()));

    assertThat(booked()).isTrue();
    assertThat(look()).isEqualTo(Answer.PLACE);
  }

  @Test
  void anEntryAddedAgainAfterItsRemovalIsEnforcedAgain() {
    SuppressionListId list = list("No calls", null);
    for (int i = 0; i < 3; i++) {
      add(list, DEVICE.value());
      assertThat(booked()).isFalse();
      await(node.entries.remove(TENANT, list, DEVICE.value()));
      assertThat(booked()).isTrue();
    }
  }

  @Test
  void whatCannotBeReadIsRejectedAndTheRestIsTaken() {
    SuppressionListId list = list("No calls", null);

    Added added =
        await(
            node.entries.add(
                TENANT,
                list,
                List.of(entry("+12125550101"), entry("12"), entry("A@B.example"), entry(""))));

    assertThat(added.accepted()).isEqualTo(2);
    assertThat(added.rejected())
        .extracting(r -> r.code())
        .containsExactly("INVALID_PHONE", "BAD_VALUE");
    assertThat(await(node.entries.page(TENANT, list, PageRequest.first())).items())
        .extracting(e -> e.value())
        .containsExactlyInAnyOrder("+12125550101", "a@b.example");
  }

  @Test
  void retentionEndsAnEntryAtTheLatest() {
    SuppressionListId list = list("A month", new Retention("P30D"));
    add(list, DEVICE.value());

    Instant till = await(node.entries.find(TENANT, list, DEVICE.value())).orElseThrow().till();

    assertThat(till)
        .isCloseTo(
            Instant.now().plus(30, ChronoUnit.DAYS),
            org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
  }

  @Test
  void aDeletedListSuppressesNobody() {
    SuppressionListId list = list("No calls", null);
    add(list, DEVICE.value());
    await(node.lists.delete(TENANT, list));

    assertThat(look()).isEqualTo(Answer.PLACE);
    assertThatThrownBy(() -> add(list, DEVICE.value())).hasCauseInstanceOf(RefusedException.class);
  }

  @Test
  void anotherTenantsListIsNotThere() {
    SuppressionListId list = list("No calls", null);

    assertThatThrownBy(
            () ->
                await(
                    node.entries.add(new TenantId("other"), list, List.of(entry(DEVICE.value())))))
        .hasMessageContaining("NOT_FOUND");
    assertThat(await(node.lists.find(new TenantId("other"), list))).isEmpty();
  }

  @Test
  void whoOptsOutIsSuppressedOnAListMadeOnDemand() {
    await(node.entries.suppress(TENANT, DEVICE, Channel.SMS, "STOP reply"));
    await(node.entries.suppress(TENANT, new Device("+12125550102"), Channel.SMS, "STOP reply"));

    assertThat(look()).isEqualTo(Answer.SUPPRESSED);
    assertThat(await(node.lists.page(TENANT, null, PageRequest.first())).items())
        .singleElement()
        .satisfies(l -> assertThat(l.entries()).isEqualTo(2))
        .satisfies(l -> assertThat(l.required()).isTrue());
  }

  @Test
  void anImportIsEnforcedWhenItIsPublished() {
    SuppressionListId list = list("Registry", null);
    node.database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    INSERT INTO suppression_entry (list_id, value, tenant_id, import_id)
                    SELECT ?, '+1212555' || (1000 + n), 'acme', 77 FROM generate_series(1, 5000) n
                    """,
                    list.value()));
    var publisher = new RedisSuppressionPublisher(node.database, node.outbox, node.mirror);

    List<Long> published = Collections.synchronizedList(new ArrayList<>());
    await(publisher.publishImport(TENANT, list, new ImportId(77), published::add));
    assertThat(published).isSorted().endsWith(5000L).hasSizeGreaterThan(1);

    for (int n : new int[] {1, 2500, 5000}) {
      assertThat(look(new Device("+1212555" + (1000 + n)))).isEqualTo(Answer.SUPPRESSED);
    }
    assertThat(look(new Device("+12125556001"))).isEqualTo(Answer.PLACE);
  }

  @Test
  void aRuleIsInForceWhenItsCreationIsAnswered() {
    var before = await(node.ruleSets.current(TENANT));
    var rule = await(node.rules.create(ADMIN, attempts(1)));

    Observation withOldRules = node.book(before, AttemptId.create(), DEVICE);

    assertThat(withOldRules).isInstanceOf(Observation.Unknown.class);
    var unknown = (Observation.Unknown) withOldRules;
    assertThat(unknown.trouble()).isEqualTo(Trouble.OLD_RULES);
    var rules = await(node.ruleSets.atLeast(TENANT, unknown.newestRuleSet()));
    assertThat(rules.rules()).extracting(CompiledRule::ref).containsExactly(rule.ref());
  }

  @Test
  void everyVersionOfARuleIsKeptAndADeletedOneHoldsNoMore() {
    var first = await(node.rules.create(ADMIN, attempts(1)));
    var second = await(node.rules.change(ADMIN, first.id(), attempts(2), OptionalLong.empty()));
    assertThat(second.version()).isEqualTo(2);
    assertThatThrownBy(() -> await(node.rules.create(ADMIN, attempts(3))))
        .hasMessageContaining("NAME_TAKEN");

    await(node.rules.delete(ADMIN, first.id()));

    var rules = await(node.ruleSets.atLeast(TENANT, 3));
    assertThat(rules.rules()).isEmpty();
    var versions = await(node.rules.versions(TENANT, first.id(), PageRequest.first())).items();
    assertThat(versions).extracting(Rules.Version::version).containsExactly(2, 1);
    assertThat(versions).extracting(Rules.Version::spec).containsExactly(attempts(2), attempts(1));
    assertThat(versions).extracting(Rules.Version::by).containsOnly(ADMIN.name());
    assertThatThrownBy(() -> await(node.rules.versions(OTHER, first.id(), PageRequest.first())))
        .hasMessageContaining("compliance rule");
  }

  @Test
  void onlyTheOperatorHaltsTheCluster() {
    assertThatThrownBy(() -> node.halts.raise(ADMIN, Scope.CLUSTER, "why"))
        .hasMessageContaining("FORBIDDEN");
  }

  @Test
  void decisionsAreFoundByAttemptAndByDeviceWithoutTheDeviceStandingThere() {
    var decisions = new PostgresDecisions(node.database);
    var rule = new RuleRef("9", RuleType.ATTEMPT, 4);
    var denial = new Denial(rule, "Too many.", CallResult.CANCEL_RECORD, null, false);
    var allowed = decision(null);
    var denied = decision(denial);
    await(decisions.keep(List.of(allowed, denied)));

    var byDevice = new Query(null, null, DEVICE, null);
    var byAttempt = new Query(null, denied.verdict().attempt(), null, null);

    assertThat(await(decisions.page(TENANT, byDevice, PageRequest.first())).items())
        .extracting(d -> d.allowed())
        .containsExactly(false, true);
    assertThat(await(decisions.page(TENANT, byAttempt, PageRequest.first())).items())
        .singleElement()
        .satisfies(d -> assertThat(d.rule()).isEqualTo(rule));
    assertThat(await(decisions.page(new TenantId("other"), byDevice, PageRequest.first())).items())
        .isEmpty();
  }

  @Test
  void aBookingOfAnExternalOcsIsKeptOnce() {
    var bookings = new PostgresOcsBookings(node.database, node.redis);
    var booking = new Booking(TENANT, AttemptId.create(), Channel.VOICE, null, DEVICE, "c1", true);

    await(bookings.keep(booking, Instant.now()));
    await(bookings.keep(booking, Instant.now()));

    assertThat(count("SELECT count(*) FROM ocs_reservation")).isEqualTo(1);
  }

  private static Decision decision(@Nullable Denial denial) {
    var terms = new CampaignTerms(new GroupId(3), Channel.VOICE, List.of(), List.of(), null, 10);
    var zone = new ZoneKey("America/New_York");
    var request =
        new CheckRequest(
            AttemptId.create(), DEVICE, null, zone, zone, "US", Set.of(), 0, null, Map.of());
    var verdict = new Verdict(request.attempt(), DecisionId.create(), Instant.now(), denial);
    return new Decision(TENANT, terms, request, false, 1, verdict);
  }

  private SuppressionListId list(String name, @Nullable Retention retention) {
    var settings =
        new SuppressionListSettings(
            name, SuppressionType.DEVICE, Set.of(), true, retention, null, null);
    return await(node.lists.create(TENANT, settings)).id();
  }

  private Added add(SuppressionListId list, String value) {
    return await(node.entries.add(TENANT, list, List.of(entry(value))));
  }

  private static NewEntry entry(String value) {
    return new NewEntry(value, null, null, null);
  }

  private static final TenantId OTHER = new TenantId("other");

  private static RuleSpec attempts(int max) {
    return new AttemptSpec("Rarely", true, null, Set.of(), null, max, Duration.ofHours(24), null);
  }

  private int count(String sql) {
    return node.database.jdbi().withHandle(h -> h.select(sql).mapTo(int.class).one());
  }

  private boolean booked() {
    Observation seen = node.book(DEVICE);
    return ((Seen) seen).booked();
  }

  private Answer look() {
    return look(DEVICE);
  }

  private Answer look(Device device) {
    return await(
        node.guard.look(
            new Placement(TENANT, new GroupId(1), device, null, Channel.VOICE, List.of())));
  }
}
