package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.ADMIN;
import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.TestRedis;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.Erasures.Wish;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every key, field and member of a real Redis after somebody was erased. */
class ErasedFromRedisIT {
  private static final String NUMBER = "+12125550101";
  private static final String OTHER = "+12125550102";
  private static final String CLIENT = "C-77001";

  private final RedisURI uri = TestRedis.freshUri();
  private final CheckedStore store = CheckedStore.fresh(uri);
  private final RedisClient client = RedisClient.create(uri);
  private final RedisCommands<String, String> redis = client.connect().sync();
  private final PostgresErasures erasures =
      new PostgresErasures(store.outbox, store.redis, Clock.systemUTC());

  @AfterEach
  void close() {
    client.shutdown();
    store.close();
  }

  @Test
  void countersGoAndOthersStay() {
    book(NUMBER, CLIENT);
    book(OTHER, "C-77002");
    assertThat(with(NUMBER)).isNotEmpty();
    assertThat(with(CLIENT)).isNotEmpty();

    erase(new Wish(NUMBER, null, "asked"));
    erase(new Wish(null, CLIENT, "asked"));

    assertThat(with(NUMBER)).isEmpty();
    assertThat(with(CLIENT)).isEmpty();
    assertThat(with(OTHER)).isNotEmpty();
  }

  @Test
  void entriesOfListsLeaveNothing() {
    suppress("there", NUMBER, OTHER);
    await(store.entries.remove(TENANT, suppress("removed before", NUMBER), NUMBER));
    await(store.lists.delete(TENANT, suppress("list deleted", NUMBER)));
    assertThat(with(NUMBER)).hasSize(3);

    erase(new Wish(NUMBER, null, "asked"));

    assertThat(with(NUMBER)).isEmpty();
    assertThat(with(OTHER)).hasSize(1);
  }

  /** A note that another node would tell Redis of after the erasure. */
  @Test
  void nothingOfThemIsToldLater() {
    var list = suppress("never", OTHER);
    store.outbox.close();
    store
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO redis_outbox (tenant_id, kind, list_id, value, revision)"
                        + " VALUES ('acme', 'ENTRY', ?, ?, 999999), ('acme', 'ENTRY', ?, ?, 1)",
                    list.value(),
                    NUMBER,
                    list.value(),
                    OTHER));

    erase(new Wish(NUMBER, null, "asked"));

    assertThat(waiting()).contains(OTHER).doesNotContain(NUMBER);
  }

  private List<String> waiting() {
    return store
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT value FROM redis_outbox WHERE value IS NOT NULL")
                    .mapTo(String.class)
                    .list());
  }

  private void erase(Wish wish) {
    await(erasures.erase(ADMIN, wish));
  }

  private SuppressionListId suppress(String name, String... values) {
    var list = await(store.lists.create(TENANT, SuppressionListSettings.requiredDevices(name)));
    for (var value : values) {
      await(store.entries.add(TENANT, list.id(), List.of(new NewEntry(value, null, null, null))));
    }
    return list.id();
  }

  private void book(String device, String clientId) {
    var rules = await(store.ruleSets.current(TENANT));
    var booking =
        new Booking(
            TENANT, AttemptId.create(), Channel.VOICE, null, new Device(device), clientId, false);
    await(
        store.store.ask(
            List.of(
                new Question(
                    booking,
                    rules.version(),
                    new Mode.Book(Instant.now()),
                    rules.suppressionLists(),
                    List.<AttemptRule>of()))));
  }

  /** Where the text stands: keys, fields, values, members. */
  private List<String> with(String text) {
    var places = new ArrayList<String>();
    var keys = ScanIterator.scan(redis);
    while (keys.hasNext()) {
      var key = keys.next();
      if ((key + content(key)).contains(text)) {
        places.add(key);
      }
    }
    return places;
  }

  private String content(String key) {
    return switch (redis.type(key)) {
      case "hash" -> redis.hgetall(key).toString();
      case "zset" -> redis.zrange(key, 0, -1).toString();
      case "string" -> redis.get(key);
      default -> throw new AssertionError(key + " is a " + redis.type(key));
    };
  }
}
