package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.ADMIN;
import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.Erasures.Wish;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real Redis knows of people who are forgotten: every key, field, member and value. */
class ErasedInRedisIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NUMBER = "+12125550101";
  private static final String DIGITS = "2125550101";
  private static final String OTHERS = "+12125550102";
  private static final String SHARED = "+12125550103";
  private static final String CLIENT = "Client-4711";

  private final TestRedis server = TestRedis.ownServer();
  private final CheckedStore store = CheckedStore.fresh(server.uri());
  private final PostgresErasures erasures = new PostgresErasures(store.outbox, Clock.systemUTC());
  private final RedisClient client = RedisClient.create(server.uri());
  private final StatefulRedisConnection<String, String> connection = client.connect();
  private final RedisCommands<String, String> redis = connection.sync();

  @AfterEach
  void close() {
    store.close();
    connection.close();
    client.shutdown();
    server.close();
  }

  @Test
  void nothingInClearIsLeftAndOtherDevicesAreStillCounted() {
    var list = suppressing(NUMBER, OTHERS);
    contact(CLIENT, NUMBER);
    book(NUMBER, CLIENT);
    book(OTHERS, "another");
    book(SHARED, CLIENT);
    reserve(SHARED, CLIENT);
    assertThat(everything()).anyMatch(has(NUMBER)).anyMatch(has(CLIENT));

    erase(new Wish(NUMBER, null, "asked"));

    awaitNothing(DIGITS, CLIENT);
    assertThat(redis.hexists(RedisKeys.bucket(TENANT, list, OTHERS), OTHERS)).isTrue();
    assertThat(redis.zcard(RedisKeys.byDevice(TENANT, new Device(OTHERS)))).isEqualTo(1);
    var shared = RedisKeys.byDevice(TENANT, new Device(SHARED));
    assertThat(redis.zrange(shared, 0, -1))
        .hasSize(2)
        .allMatch(member -> member.contains("erased-"));
    assertThat(redis.pttl(shared)).isPositive();
  }

  @Test
  void whatWasRemovedFromAListBeforeLeavesNoFieldEither() {
    var list = suppressing(NUMBER);
    await(store.entries.remove(TENANT, list, NUMBER));
    assertThat(everything()).anyMatch(has(NUMBER));

    erase(new Wish(NUMBER, null, "asked"));

    awaitNothing(DIGITS);
  }

  @Test
  void whatRedisCouldNotBeToldGoesWhenItCan() {
    suppressing(NUMBER);
    book(NUMBER, CLIENT);
    redis.configSet("maxmemory", "1");

    assertThatThrownBy(() -> erase(new Wish(NUMBER, null, "asked")))
        .hasMessageContaining("NOT_YET_IN_FORCE");
    assertThat(everything()).anyMatch(has(NUMBER));
    redis.configSet("maxmemory", "0");

    awaitNothing(DIGITS);
  }

  @Test
  void whatARunningImportBringsBackGoesWithItsEnd() {
    var list = suppressing(NUMBER);
    running(list);
    erase(new Wish(NUMBER, null, "asked"));
    awaitNothing(DIGITS);
    var late = new ChangeNotes.EntryRow(NUMBER, 1, null, null, true);
    await(store.mirror.set(List.of(ChangeNotes.field(TENANT, list, late))));
    assertThat(everything()).anyMatch(has(NUMBER));

    sql("UPDATE import SET state = 'COMPLETED'");

    awaitNothing(DIGITS);
    Awaitility.await().atMost(PATIENCE).until(() -> waiting() == 0);
  }

  @Test
  void whatSomebodyEntersAgainStays() {
    var list = suppressing(NUMBER);
    running(list);
    erase(new Wish(NUMBER, null, "asked"));
    add(list, NUMBER);

    sql("UPDATE import SET state = 'COMPLETED'");

    Awaitility.await().atMost(PATIENCE).until(() -> waiting() == 0);
    assertThat(redis.hget(RedisKeys.bucket(TENANT, list, NUMBER), NUMBER)).contains(":");
  }

  @Test
  void whatIsRemovedAfterItCameBackIsNotSuppressedAnyMore() {
    var list = suppressing(NUMBER);
    running(list);
    erase(new Wish(NUMBER, null, "asked"));
    add(list, NUMBER);
    redis.configSet("maxmemory", "1");
    assertThatThrownBy(() -> await(store.entries.remove(TENANT, list, NUMBER)))
        .hasMessageContaining("NOT_YET_IN_FORCE");
    redis.configSet("maxmemory", "0");

    var bucket = RedisKeys.bucket(TENANT, list, NUMBER);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !String.valueOf(redis.hget(bucket, NUMBER)).contains(":"));
  }

  private void erase(Wish wish) {
    await(erasures.erase(ADMIN, wish));
  }

  private void contact(String clientId, String device) {
    var clock = Clock.systemUTC();
    var list =
        await(
            new PostgresContactLists(store.database, clock)
                .create(TENANT, ContactListSettings.named("people")));
    var devices = List.of(new CookedDevice("phone", device, null, null, ZoneKey.UNKNOWN));
    await(
        new PostgresContacts(store.database, new CopySource(store.database, 1), clock)
            .add(
                TENANT,
                list.id(),
                new CookedContact(
                    1, 1, clientId, "Ann", null, null, null, null, null, null, null, devices)));
  }

  private SuppressionListId suppressing(String... values) {
    var settings = SuppressionListSettings.requiredDevices("never");
    var list = await(store.lists.create(TENANT, settings)).id();
    for (var value : values) {
      add(list, value);
    }
    return list;
  }

  private void add(SuppressionListId list, String value) {
    await(store.entries.add(TENANT, list, List.of(new NewEntry(value, null, null, null))));
  }

  private void running(SuppressionListId list) {
    sql(
        "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options,"
            + " bytes_total, heard_at, created_at) VALUES ('acme', 'SUPPRESSION', ?, 'RUNNING', '',"
            + " '', '{}', 1, now(), now())",
        list.value());
  }

  private void book(String device, @Nullable String clientId) {
    var attempt = AttemptId.create();
    ask(attempt, device, clientId, false);
    sql(
        "INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id, list_id,"
            + " contact_id, client_id, device, channel, decision_id, node, authorised_at) VALUES"
            + " (?, 'acme', 7, 1, 1, 1, 1, ?, ?, 'VOICE', gen_random_uuid(), 'n', now())",
        attempt.value(),
        clientId,
        device);
  }

  private void reserve(String device, String clientId) {
    var attempt = AttemptId.create();
    ask(attempt, device, clientId, true);
    sql(
        "INSERT INTO ocs_reservation VALUES ('acme', ?, ?, ?, 'VOICE', now())",
        attempt.value(),
        device,
        clientId);
  }

  private void ask(AttemptId attempt, String device, @Nullable String clientId, boolean external) {
    var set = await(store.ruleSets.current(TENANT));
    var group = external ? null : new GroupId(7);
    var booking =
        new Booking(TENANT, attempt, Channel.VOICE, group, new Device(device), clientId, external);
    var question =
        new Question(booking, set.version(), new Mode.Book(Instant.now()), List.of(), List.of());
    await(store.store.ask(List.of(question)));
  }

  private void sql(String statement, Object... arguments) {
    store.database.jdbi().useHandle(h -> h.execute(statement, arguments));
  }

  private int waiting() {
    return store
        .database
        .jdbi()
        .withHandle(
            h -> h.createQuery("SELECT count(*) FROM redis_outbox").mapTo(Integer.class).one());
  }

  /** Also not by a note that was on its way when the person was erased. */
  private void awaitNothing(String... named) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(everything())
                    .noneMatch(found -> Stream.of(named).anyMatch(found::contains)));
  }

  private static Predicate<String> has(String text) {
    return found -> found.contains(text);
  }

  private List<String> everything() {
    return RedisContent.of(redis);
  }
}
