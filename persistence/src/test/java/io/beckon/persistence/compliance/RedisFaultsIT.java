package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.TestRedis;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Halts.Scope;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Observation.Unknown;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis stopped, emptied, paused: denied while unknown, then rebuilt and right. */
class RedisFaultsIT {
  private static final Device SUPPRESSED = new Device("+12125550101");
  private static final Device FREE = new Device("+12125550102");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AttemptRule ONCE =
      new AttemptRule(
          new RuleRef("1", RuleType.ATTEMPT, 1),
          true,
          Set.of(Channel.VOICE),
          1,
          Duration.ofHours(24),
          AttemptRule.CountBy.DEVICE,
          AttemptRule.Scope.TENANT);

  private TestRedis redis;
  private CheckedStore node;
  private SuppressionListId list;

  @BeforeEach
  void start() {
    redis = TestRedis.ownServer();
    node = CheckedStore.fresh(redis.uri());
    list =
        await(node.lists.create(TENANT, SuppressionListSettings.requiredDevices("No calls"))).id();
    suppress(SUPPRESSED);
  }

  @AfterEach
  void stop() {
    node.close();
    redis.close();
  }

  @Test
  void aStoppedRedisDeniesAndARestartedEmptyOneIsFilledBeforeItIsAsked() {
    wasMade(FREE);
    redis.stop();
    await().atMost(PATIENCE).until(() -> node.book(FREE) instanceof Unknown);
    assertThat(look(SUPPRESSED)).isEqualTo(Answer.UNCERTAIN);

    redis.start();

    Seen first = firstSeen(FREE, ONCE);
    assertThat(first.booked()).isFalse();
    assertThat(first.tallies().get(0).count()).isEqualTo(1);
    assertThat(((Seen) node.book(SUPPRESSED)).booked()).isFalse();
    assertThat(look(SUPPRESSED)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(FREE)).isEqualTo(Answer.PLACE);
  }

  @Test
  void anEmptiedRedisIsNoticedByTheVeryNextQuestion() {
    try (var client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      connection.sync().flushall();
    }

    assertThat(node.book(SUPPRESSED)).isInstanceOf(Unknown.class);
    assertThat(firstSeen(SUPPRESSED).booked()).isFalse();
    assertThat(((Seen) node.book(FREE)).booked()).isTrue();
  }

  @Test
  void aSuppressionWhileRedisIsAwayIsRefusedKeptAndEnforcedAfterwards() {
    redis.stop();
    await().atMost(PATIENCE).until(() -> !node.redis.isLinked());

    assertThatThrownBy(() -> suppress(FREE))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(RefusedException.class)
        .hasMessageContaining("NOT_YET_IN_FORCE");
    redis.start();

    assertThat(firstSeen(FREE).booked()).isFalse();
    await().atMost(PATIENCE).until(() -> outbox() == 0);
  }

  @Test
  void theOutboxFinishesWhatRedisWasNotTold() {
    node.database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "INSERT INTO suppression_entry (list_id, value, tenant_id) VALUES (?, ?, 'acme')",
                  list.value(),
                  FREE.value());
              h.execute(
                  "INSERT INTO redis_outbox (tenant_id, kind, list_id, value, revision)"
                      + " VALUES ('acme', 'ENTRY', ?, ?, 0)",
                  list.value(),
                  FREE.value());
            });

    await().atMost(PATIENCE).until(() -> node.book(FREE) instanceof Seen seen && !seen.booked());
  }

  @Test
  void twoNodesFindTheSameFillingAndOneOfThemMakesIt() {
    try (var second = CheckedStore.linked(node.database, redis.uri())) {
      String before = epoch();
      redis.stop();
      redis.start();

      assertThat(firstSeen(SUPPRESSED).booked()).isFalse();
      await().atMost(PATIENCE).until(second.redis::isLinked);
      assertThat(second.redis.link().orElseThrow().epoch()).isEqualTo(epoch()).isNotEqualTo(before);
    }
  }

  @Test
  void aHaltSurvivesALostRedis() {
    await(node.halts.raise(CheckedStore.ADMIN, Scope.TENANT, "wrong list"));
    assertThat(((Seen) node.book(FREE)).halted()).isTrue();
    redis.stop();
    redis.start();

    assertThat(firstSeen(FREE).halted()).isTrue();
    assertThat(look(FREE)).isEqualTo(Answer.HALTED);
    await(node.halts.lift(CheckedStore.ADMIN, Scope.TENANT));
    assertThat(((Seen) node.book(FREE)).booked()).isTrue();
  }

  @Test
  void whileRedisHangsEverybodyIsDeniedAndItGoesOnByItself() {
    try (var impatient = CheckedStore.linked(node.database, redis.uri(), RedisMaster.PATIENCE);
        var client = RedisClient.create(redis.uri());
        var connection = client.connect()) {
      var hanging =
          connection
              .async()
              .dispatch(
                  io.lettuce.core.protocol.CommandType.DEBUG,
                  new io.lettuce.core.output.StatusOutput<>(io.lettuce.core.codec.StringCodec.UTF8),
                  new io.lettuce.core.protocol.CommandArgs<>(io.lettuce.core.codec.StringCodec.UTF8)
                      .add("SLEEP")
                      .add(10));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> impatient.book(FREE) instanceof Unknown);
      assertThat(hanging.isDone()).as("Redis answered before the denial").isFalse();
      await().atMost(PATIENCE).until(hanging::isDone);
    }
    assertThat(firstSeen(SUPPRESSED).booked()).isFalse();
  }

  private void suppress(Device device) {
    await(node.entries.add(TENANT, list, List.of(new NewEntry(device.value(), null, null, null))));
  }

  private Answer look(Device device) {
    return await(
        node.guard.look(
            new Placement(TENANT, new GroupId(1), device, null, Channel.VOICE, List.of())));
  }

  /** The row a session writes before it places. */
  private void wasMade(Device device) {
    assertThat(((Seen) node.book(device, ONCE)).booked()).isTrue();
    node.database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id,
                      list_id, contact_id, device, channel, decision_id, node, authorised_at)
                    VALUES (?, 'acme', 1, 1, 1, 1, 1, ?, 'VOICE', gen_random_uuid(), 'node-1', ?)
                    """,
                    AttemptId.create().value(),
                    device.value(),
                    Instant.now().atOffset(ZoneOffset.UTC)));
  }

  /** Denied until the first answer that knows something. */
  private Seen firstSeen(Device device, AttemptRule... rules) {
    return (Seen)
        await().atMost(PATIENCE).until(() -> node.book(device, rules), Seen.class::isInstance);
  }

  private long outbox() {
    return node.database
        .jdbi()
        .withHandle(h -> h.select("SELECT count(*) FROM redis_outbox").mapTo(long.class).one());
  }

  private String epoch() {
    return node.database
        .jdbi()
        .withHandle(h -> h.select("SELECT epoch::text FROM redis_epoch").mapTo(String.class).one());
  }
}
