package io.beckon.persistence.compliance;

import com.zaxxer.hikari.HikariDataSource;
import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.suppression.PostgresSuppressionEntries;
import io.beckon.persistence.suppression.PostgresSuppressionLists;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.PlacementGuard;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.registry.RegistryLookup;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import io.lettuce.core.RedisURI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Everything a node has of compliance, on a database and a Redis that others may share. */
public final class CheckedStore implements AutoCloseable {
  public static final TenantId TENANT = new TenantId("acme");
  public static final Principal ADMIN = new Principal(TENANT, "ann", Set.of(Role.ADMIN));

  public final Database database;
  public final RedisMaster redis;
  public final RedisMirror mirror;
  public final RedisOutbox outbox;
  public final RedisReservationStore store;
  public final PostgresRuleSets ruleSets;
  public final PostgresRules rules;
  public final PostgresHalts halts;
  public final PostgresSuppressionLists lists;
  public final PostgresSuppressionEntries entries;
  public final PlacementGuard guard;

  /** A machine that stands still for a moment is no Redis that hangs. */
  static final Duration CALM = Duration.ofSeconds(15);

  private CheckedStore(Database database, RedisURI uri, Duration patience) {
    var clock = Clock.systemUTC();
    this.database = database;
    redis = RedisMaster.start(uri, database, patience);
    mirror = new RedisMirror(redis);
    outbox = new RedisOutbox(database, mirror).start();
    store = new RedisReservationStore(redis);
    ruleSets = new PostgresRuleSets(database, RegistryLookup.NONE);
    rules = new PostgresRules(database, outbox, clock);
    halts = new PostgresHalts(database, outbox, clock);
    lists = new PostgresSuppressionLists(database, outbox, clock);
    entries = new PostgresSuppressionEntries(database, outbox, lists, clock);
    guard = new RedisPlacementGuard(store, ruleSets, clock);
  }

  /** A database of its own, with tenants acme and other. */
  public static CheckedStore fresh(RedisURI uri) {
    HikariDataSource pool = TestPostgres.freshDataSource();
    var database = TestPostgres.database(pool);
    for (String tenant : List.of("acme", "other")) {
      database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                          + " VALUES (?, ?, 'US', 'key', now())",
                      tenant,
                      tenant));
    }
    return linked(database, uri);
  }

  /** Another node on the same database. */
  public static CheckedStore linked(Database database, RedisURI uri) {
    return linked(database, uri, CALM);
  }

  /**
   * @param patience how long Redis may take to answer a check
   */
  static CheckedStore linked(Database database, RedisURI uri, Duration patience) {
    var node = new CheckedStore(database, uri, patience);
    await(node.redis.firstLink());
    return node;
  }

  /** Asks with the rules of this moment. */
  public Observation book(Device device, AttemptRule... rules) {
    RuleSet set = await(ruleSets.current(TENANT));
    return book(set, AttemptId.create(), device, rules);
  }

  public Observation book(RuleSet set, AttemptId attempt, Device device, AttemptRule... rules) {
    var booking = new Booking(TENANT, attempt, Channel.VOICE, null, device, null, false);
    var question =
        new Question(
            booking,
            set.version(),
            new Mode.Book(Instant.now()),
            set.suppressionLists(),
            List.of(rules));
    return await(store.ask(List.of(question))).get(0);
  }

  public static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    outbox.close();
    redis.close();
  }
}
