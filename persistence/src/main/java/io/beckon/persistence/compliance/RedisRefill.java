package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties what is ours in Redis and fills it from one snapshot of PostgreSQL. Blocks. */
final class RedisRefill {
  private static final Logger log = LoggerFactory.getLogger(RedisRefill.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * An attempt that was booked before the counters were lost is placed at most one second after its
   * booking, by a clock at most half a second off, and its row is committed before it is placed. So
   * after this long every such row is in the snapshot, or its attempt is never placed.
   */
  private static final Duration LAST_ROWS = Duration.ofMillis(1600);

  private final RedisClient client;
  private final RedisURI uri;
  private final Database database;

  RedisRefill(RedisClient client, RedisURI uri, Database database) {
    this.client = client;
    this.uri = uri;
    this.database = database;
  }

  /** The epoch that stands in Redis now. */
  @Nullable String marker() {
    try (StatefulRedisConnection<String, String> redis = connect()) {
      return redis.sync().get(RedisKeys.EPOCH);
    }
  }

  /**
   * @param complete run when all is filled, before the epoch is set and checks begin
   */
  void fill(String epoch, String runId, Runnable complete) {
    long started = System.nanoTime();
    try (StatefulRedisConnection<String, String> redis = connect()) {
      if (!redis.sync().info("server").contains("run_id:" + runId)) {
        throw new IllegalStateException("Redis has changed once more");
      }
      redis.sync().del(RedisKeys.EPOCH);
      long silentSince = System.nanoTime();
      clear(redis);
      if (isDialing()) {
        awaitLastRows(silentSince);
      }
      long written = copy(redis);
      complete.run();
      redis.sync().set(RedisKeys.EPOCH, epoch);
      log.info(
          "redis=filled epoch={} values={} ms={}",
          epoch,
          written,
          (System.nanoTime() - started) / 1_000_000);
    }
  }

  private StatefulRedisConnection<String, String> connect() {
    StatefulRedisConnection<String, String> redis = client.connect(uri);
    redis.setTimeout(PATIENCE);
    return redis;
  }

  private static void clear(StatefulRedisConnection<String, String> redis) {
    var keys = ScanIterator.scan(redis.sync(), ScanArgs.Builder.matches(RedisKeys.ALL).limit(1000));
    List<String> batch = new ArrayList<>();
    while (keys.hasNext()) {
      batch.add(keys.next());
      if (batch.size() == 1000 || !keys.hasNext()) {
        redis.sync().unlink(batch.toArray(String[]::new));
        batch.clear();
      }
    }
  }

  private boolean isDialing() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM campaign_group WHERE active)
                          OR EXISTS (SELECT FROM attempt
                            WHERE authorised_at > now() - interval '1 minute')
                          OR EXISTS (SELECT FROM ocs_reservation
                            WHERE reserved_at > now() - interval '10 minutes')
                        """)
                    .mapTo(boolean.class)
                    .one());
  }

  private static void awaitLastRows(long silentSince) {
    long left;
    while ((left = LAST_ROWS.toNanos() - (System.nanoTime() - silentSince)) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private long copy(StatefulRedisConnection<String, String> redis) {
    var pipeline = new RedisPipeline(redis);
    try {
      database
          .jdbi()
          .useTransaction(
              TransactionIsolationLevel.REPEATABLE_READ, h -> RefillRows.copy(h, pipeline));
      return pipeline.finish();
    } finally {
      redis.setAutoFlushCommands(true);
    }
  }
}
