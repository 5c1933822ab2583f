package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.campaign.PostgresGroupQueries;
import io.beckon.persistence.campaign.PostgresGroupStore;
import io.beckon.persistence.campaign.PostgresRunStore;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupMode;
import io.beckon.protocol.campaign.GroupQueries.RecordState;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.GroupStore.GroupRow;
import io.beckon.protocol.campaign.PacingSettings;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.campaign.RunStore.Load;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.dialing.DialStore.Fenced;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Open;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pre-load, claims, fence and write-back on a real PostgreSQL. */
class PostgresDialStoreIT {
  private static final TenantId TENANT = new TenantId("acme");
  private static final ZoneKey EAST = new ZoneKey("America/New_York");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Database database = TestPostgres.freshDatabase();
  private final PostgresDialStore store = new PostgresDialStore(database);
  private final PostgresRunStore runs = new PostgresRunStore(database);
  private final PostgresGroupStore groups = new PostgresGroupStore(database);
  private final PostgresGroupQueries queries = new PostgresGroupQueries(database);
  private GroupId group = new GroupId(1);
  private RunId run = new RunId(1);

  @BeforeEach
  void list() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("INSERT INTO tenant VALUES ('acme', 'Acme', 'US', '{}', '\\x00', now())");
              h.execute(
                  "INSERT INTO contact_list (list_id, tenant_id, name, created_at)"
                      + " OVERRIDING SYSTEM VALUE VALUES (1, 'acme', 'people', now())");
              h.execute(
                  "INSERT INTO import (import_id, tenant_id, kind, list_id, state, file_name,"
                      + " sha256, options, bytes_total, heard_at, created_at)"
                      + " OVERRIDING SYSTEM VALUE VALUES"
                      + " (1, 'acme', 'CONTACTS', 1, 'COMPLETED', 'a', 'a', '{}', 1, now(), now()),"
                      + " (2, 'acme', 'CONTACTS', 1, 'RUNNING', 'b', 'b', '{}', 1, now(), now())");
              h.execute("CREATE TABLE contact_1 PARTITION OF contact FOR VALUES IN (1)");
              h.execute("CREATE TABLE device_1 PARTITION OF device FOR VALUES IN (1)");
            });
  }

  private void contact(long id, long importId, @Nullable String client, String... devices) {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "INSERT INTO contact (tenant_id, list_id, contact_id, import_id, row_no,"
                      + " client_id) VALUES ('acme', 1, ?, ?, ?, ?)",
                  id,
                  importId,
                  id,
                  client);
              for (int n = 0; n < devices.length; n++) {
                h.execute(
                    "INSERT INTO device VALUES ('acme', 1, ?, ?, ?, ?, 'US', 'NY', ?)",
                    id,
                    n,
                    importId,
                    devices[n],
                    EAST.value());
              }
            });
  }

  private void suppress(String type, boolean required, @Nullable String till, String value) {
    database
        .jdbi()
        .useHandle(
            h -> {
              long id =
                  h.createQuery(
                          "INSERT INTO suppression_list (tenant_id, name, type, channels, required,"
                              + " retention, created_at) VALUES ('acme', :name, :type,"
                              + " '{VOICE}', :required, 'PERMANENT', now()) RETURNING list_id")
                      .bind("name", value)
                      .bind("type", type)
                      .bind("required", required)
                      .mapTo(Long.class)
                      .one();
              h.createUpdate(
                      "INSERT INTO suppression_entry (list_id, value, tenant_id, valid_till)"
                          + " VALUES (:list, :value, 'acme', CAST(:till AS timestamptz))")
                  .bind("list", id)
                  .bind("value", value)
                  .bind("till", till)
                  .execute();
            });
  }

  private static GroupSettings settings(SuppressionListId... suppression) {
    return new GroupSettings(
        "spring",
        Channel.VOICE,
        GroupMode.PROGRESSIVE,
        "simulated",
        null,
        null,
        null,
        10,
        CarrierSettings.DEFAULT,
        PacingSettings.DEFAULT,
        List.of(new WeightedList(new ContactListId(1), 10)),
        List.of(suppression),
        List.of(),
        null,
        List.of());
  }

  private void load(int slices) {
    group = get(groups.reserve(TENANT, settings(), NOW));
    run = loadAgain(slices, 1);
  }

  private RunId loadAgain(int slices, long revision) {
    RunId next = get(groups.nextRun());
    get(runs.load(new Load(TENANT, group, next, slices, settings(), Instant.now())));
    get(
        groups.writeBack(
            new GroupRow(
                TENANT, group, RunState.RUNNING, next, slices, settings(), revision, revision)));
    run = next;
    return next;
  }

  private SessionId session(int slice) {
    return new SessionId(TENANT, group, run, slice);
  }

  private List<ClaimedRecord> claim(long epoch, int limit) {
    return get(store.claim(session(0), new Claim(epoch, List.of(EAST), Instant.now(), limit)));
  }

  private RecordCounts counts() {
    return get(queries.find(TENANT, group)).orElseThrow().records();
  }

  private NewAttempt attempt(ClaimedRecord record) {
    AttemptId id = AttemptId.create();
    Verdict verdict = new Verdict(id, DecisionId.create(), Instant.now(), null);
    return new NewAttempt(id, record, Channel.VOICE, "node-1", Instant.now(), verdict);
  }

  private static Outcome outcome(NewAttempt a, @Nullable CallResult result, NextStep step) {
    Ended ended =
        new Ended(
            a.attempt(), result, result == null ? "LATE" : null, null, null, Instant.now(), false);
    return new Outcome(ended, a.record().record(), step);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Test
  void loadsFirstDevicesAsReadyAndTheOthersAsWaiting() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103", "mail@example.com");
    contact(3, 2, null, "+12125550104");
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(3, 2, 1, 0, 0, 0));
  }

  @Test
  void suppressesForTheWholeRunAndLetsTheNextDeviceTakeTheTurn() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, "c-2", "+12125550103");
    contact(3, 1, null, "+12125550105");
    contact(4, 1, null, "+12125550106");
    suppress("DEVICE", true, null, "+12125550101");
    suppress("CLIENT_ID", true, null, "c-2");
    suppress("DEVICE", true, "2099-01-01T00:00:00Z", "+12125550105");
    suppress("DEVICE", false, null, "+12125550106");
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(5, 3, 0, 0, 0, 2));
    long epoch = get(store.resume(session(0)));
    assertThat(claim(epoch, 10))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550102", "+12125550105", "+12125550106");
  }

  @Test
  void claimsOnlyInOpenZonesAndEachRecordOnce() {
    for (int i = 1; i <= 9; i++) {
      contact(i, 1, null, "+1212555010" + i);
    }
    load(1);
    long epoch = get(store.resume(session(0)));
    assertThat(get(store.readyZones(session(0)))).containsExactly(EAST);
    var closed = new Claim(epoch, List.of(new ZoneKey("Europe/Paris")), Instant.now(), 10);
    assertThat(get(store.claim(session(0), closed))).isEmpty();
    assertThat(claim(epoch, 5)).hasSize(5);
    assertThat(claim(epoch, 5)).hasSize(4);
    assertThat(claim(epoch, 5)).isEmpty();
    assertThat(counts().inProgress()).isEqualTo(9);
  }

  @Test
  void fencesAnOlderIncarnationOut() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long old = get(store.resume(session(0)));
    ClaimedRecord record = claim(old, 1).get(0);
    long successor = get(store.resume(session(0)));
    assertThat(successor).isEqualTo(old + 1);
    assertThatThrownBy(() -> claim(old, 1)).hasRootCauseInstanceOf(Fenced.class);
    assertThatThrownBy(() -> get(store.authorise(session(0), old, List.of(attempt(record)))))
        .hasRootCauseInstanceOf(Fenced.class);
    assertThat(get(store.returnOrphans(session(0), successor, List.of()))).isEqualTo(1);
    assertThat(claim(successor, 1)).hasSize(1);
  }

  @Test
  void leavesRecordsInHandToTheSuccessor() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<ClaimedRecord> both = claim(epoch, 2);
    NewAttempt written = attempt(both.get(0));
    get(store.authorise(session(0), epoch, List.of(written)));
    long next = get(store.resume(session(0)));
    AttemptId never = AttemptId.create();
    assertThat(get(store.returnOrphans(session(0), next, List.of(both.get(0).record()))))
        .isEqualTo(1);
    var rows =
        get(
            store.written(
                session(0),
                List.of(
                    new Open(written.attempt(), both.get(0).record()),
                    new Open(never, both.get(1).record()))));
    assertThat(rows).filteredOn(r -> r.present()).hasSize(1);
    assertThat(rows)
        .filteredOn(r -> !r.present())
        .singleElement()
        .satisfies(r -> assertThat(r.reservation().attempt()).isEqualTo(never));
  }

  @Test
  void writesBackOnceHoweverOftenItIsAsked() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    Outcome busy =
        outcome(
            attempt,
            CallResult.BUSY,
            new NextStep.ReadyAt(Instant.now().plusSeconds(60), 1, 0, false));
    get(store.writeBack(session(0), List.of(busy)));
    get(store.writeBack(session(0), List.of(busy)));
    assertThat(counts()).isEqualTo(new RecordCounts(2, 0, 2, 0, 0, 0));
    var row =
        get(queries.records(TENANT, group, RecordState.SCHEDULED, PageRequest.first()))
            .items()
            .get(0);
    assertThat(row.attempts()).isEqualTo(1);
    var summary = get(queries.find(TENANT, group)).orElseThrow().attempts();
    assertThat(summary.byResult()).containsEntry(CallResult.BUSY, 1L);
  }

  @Test
  void followsTheChainOrEndsIt() {
    contact(1, 1, null, "+12125550101", "+12125550102", "+12125550103");
    contact(2, 1, null, "+12125550201", "+12125550202");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<NewAttempt> attempts = claim(epoch, 2).stream().map(this::attempt).toList();
    get(store.authorise(session(0), epoch, attempts));
    for (NewAttempt a : attempts) {
      NextStep step =
          a.record().contact().value() == 1
              ? new NextStep.NextInChain(CallResult.NO_ANSWER, Instant.now())
              : new NextStep.Final(CallResult.ANSWER);
      get(store.writeBack(session(0), List.of(outcome(a, CallResult.ANSWER, step))));
    }
    assertThat(counts()).isEqualTo(new RecordCounts(5, 1, 1, 0, 3, 0));
    assertThat(claim(epoch, 5)).extracting(r -> r.device().value()).containsExactly("+12125550102");
  }

  @Test
  void countsNothingForWhatWasNotPlaced() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    NextStep again = new NextStep.ReadyAt(Instant.now(), 0, -1, false);
    get(store.writeBack(session(0), List.of(outcome(attempt, null, again))));
    assertThat(claim(epoch, 1)).singleElement().satisfies(r -> assertThat(r.made()).isZero());
    assertThat(get(queries.find(TENANT, group)).orElseThrow().attempts().total()).isZero();
  }

  @Test
  void takesUnfinishedRecordsOverIntoTheNextRunAndAddsNewContacts() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<ClaimedRecord> both = claim(epoch, 2);
    get(
        store.release(
            session(0),
            epoch,
            List.of(
                new Release(both.get(0).record(), new NextStep.Final(CallResult.CANCEL_RECORD)),
                new Release(
                    both.get(1).record(), new NextStep.ReadyAt(Instant.now(), 0, -1, false)))));
    contact(3, 1, null, "+12125550103");
    loadAgain(1, 2);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 2, 0, 0, 0, 0));
    assertThat(get(runs.remaining(TENANT, group, run)).waiting()).isTrue();
  }

  @Test
  void recyclesFinalRecordsWithAGivenResult() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    get(
        store.writeBack(
            session(0),
            List.of(outcome(attempt, CallResult.BUSY, new NextStep.Final(CallResult.BUSY)))));
    assertThat(counts()).isEqualTo(new RecordCounts(2, 0, 0, 0, 2, 0));
    assertThat(get(runs.recycle(TENANT, group, List.of(CallResult.ANSWER), Instant.now())))
        .isZero();
    assertThat(get(runs.recycle(TENANT, group, List.of(CallResult.BUSY), Instant.now())))
        .isEqualTo(1);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 1, 1, 0, 0, 0));
  }
}
