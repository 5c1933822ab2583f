package io.beckon.persistence.dialing;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.campaign.PostgresGroupQueries;
import io.beckon.persistence.campaign.PostgresGroupStore;
import io.beckon.persistence.campaign.PostgresRunStore;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupMode;
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
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Outcome;
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

/** A list of people, a campaign group and its dial session on a real PostgreSQL. */
abstract class DialRows {
  static final TenantId TENANT = new TenantId("acme");
  static final ZoneKey EAST = new ZoneKey("America/New_York");
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Later than the database's own clock. */
  static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

  final Database database = TestPostgres.freshDatabase();
  final PostgresDialStore store = new PostgresDialStore(database);
  final PostgresRunStore runs = new PostgresRunStore(database);
  final PostgresGroupStore groups = new PostgresGroupStore(database);
  final PostgresGroupQueries queries = new PostgresGroupQueries(database);
  GroupId group = new GroupId(1);
  RunId run = new RunId(1);

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

  void contact(long id, long importId, @Nullable String client, String... devices) {
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

  void suppress(String type, boolean required, @Nullable String till, String value) {
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

  WeightedList selected = new WeightedList(new ContactListId(1), 10);

  GroupSettings settings(SuppressionListId... suppression) {
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
        List.of(selected),
        List.of(suppression),
        List.of(),
        null,
        List.of());
  }

  void load(int slices) {
    group = get(groups.reserve(TENANT, settings(), NOW));
    run = loadAgain(slices, 1);
  }

  RunId loadAgain(int slices, long revision) {
    RunId next = get(groups.nextRun());
    get(runs.load(new Load(TENANT, group, next, slices, settings(), NOW)));
    get(
        groups.writeBack(
            new GroupRow(
                TENANT, group, RunState.RUNNING, next, slices, settings(), revision, revision)));
    run = next;
    return next;
  }

  SessionId session(int slice) {
    return new SessionId(TENANT, group, run, slice);
  }

  List<ClaimedRecord> claim(long epoch, int limit) {
    return get(store.claim(session(0), new Claim(epoch, List.of(EAST), NOW, limit)));
  }

  RecordCounts counts() {
    return get(queries.find(TENANT, group)).orElseThrow().records();
  }

  NewAttempt attempt(ClaimedRecord record) {
    AttemptId id = AttemptId.create();
    Verdict verdict = new Verdict(id, DecisionId.create(), NOW, null);
    return new NewAttempt(id, record, Channel.VOICE, "node-1", NOW, verdict);
  }

  static Outcome outcome(NewAttempt a, @Nullable CallResult result, NextStep step) {
    Ended ended =
        new Ended(a.attempt(), result, result == null ? "LATE" : null, null, null, NOW, false);
    return new Outcome(ended, a.record().record(), step);
  }

  static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
