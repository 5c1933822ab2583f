package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.RedisEpochs.Standing;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the one link to Redis, and only while what stands there can be believed.
 *
 * <pre>
 *   away ──connects──▶ doubted ──run id and epoch are PostgreSQL's──▶ linked
 *     ▲                   │ ▲                                            │
 *     │                   │ └── filled by this node or another           │
 *     └─── breaks, does not answer a ping, answers another epoch ◀───────┘
 * </pre>
 */
public final class RedisMaster implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisMaster.class);

  /** A check that takes longer is denied; the asker's clock would be off by then anyway. */
  public static final Duration PATIENCE = Duration.ofMillis(500);

  /** Changes come in bunches and nobody is called while one waits: they may take longer. */
  private static final Duration CHANGES_PATIENCE = Duration.ofSeconds(5);

  private static final Duration STEP = Duration.ofMillis(100);
  private static final int STEPS_A_PING = 5;

  /** One slow answer denies what waits for it; so many in a row mean that nobody is there. */
  private static final int LOST_PINGS = 3;

  private final RedisClient client;
  private final RedisURI uri;
  private final Duration patience;
  private final RedisEpochs epochs;
  private final ScheduledExecutorService watch;
  private final CompletableFuture<Void> firstLink = new CompletableFuture<>();
  private volatile @Nullable RedisLink link;
  private @Nullable StatefulRedisConnection<String, String> checks;
  private @Nullable StatefulRedisConnection<String, String> changes;
  private int steps;
  private int lostPings;
  private String lastTrouble = "";

  private RedisMaster(RedisURI uri, Database database, Duration patience) {
    this.uri = uri;
    this.patience = patience;
    this.client = RedisClient.create();
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
            .timeoutOptions(TimeoutOptions.enabled())
            .build());
    this.epochs = new RedisEpochs(database, new RedisRefill(client, uri, database));
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "redis-master");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Connects in the background; nothing fails when Redis or PostgreSQL is away. */
  public static RedisMaster start(RedisURI uri, Database database) {
    return start(uri, database, PATIENCE);
  }

  /**
   * @param patience how long a check may wait for its answer before it is denied
   */
  public static RedisMaster start(RedisURI uri, Database database, Duration patience) {
    var master = new RedisMaster(uri, database, patience);
    master.watch.scheduleWithFixedDelay(master::step, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
    return master;
  }

  /** Empty while nothing in Redis may be believed. */
  Optional<RedisLink> link() {
    return Optional.ofNullable(link);
  }

  /** Whether checks can be made right now. */
  public boolean isLinked() {
    return link != null;
  }

  /** Completes when checks can be made for the first time. */
  public CompletionStage<Void> firstLink() {
    return firstLink.minimalCompletionStage();
  }

  /** That link has answered with another epoch: not to be used until it has been looked at. */
  void doubt(RedisLink doubted) {
    if (doubted.equals(link)) {
      link = null;
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    link = null;
    client.shutdown(0, 2, TimeUnit.SECONDS);
  }

  private void step() {
    try {
      RedisLink current = link;
      if (current == null) {
        establish();
      } else if (!current.isOpen()) {
        drop("the connection broke");
      } else if (++steps % STEPS_A_PING == 0) {
        ping(current);
      }
    } catch (RuntimeException e) {
      drop(e.toString());
    }
  }

  private void ping(RedisLink current) {
    try {
      current.checks().sync().ping();
      lostPings = 0;
    } catch (RedisCommandTimeoutException e) {
      if (++lostPings == LOST_PINGS) {
        throw e;
      }
    }
  }

  private void establish() {
    checks = connected(checks, patience);
    changes = connected(changes, CHANGES_PATIENCE);
    RedisCommands<String, String> redis = checks.sync();
    Standing standing = epochs.look(runId(redis.info("server")), redis.get(RedisKeys.EPOCH));
    if (standing instanceof Standing.Believed believed) {
      link = new RedisLink(checks, changes, RedisScripts.load(redis), believed.epoch());
      firstLink.complete(null);
      lastTrouble = "";
      log.info("redis=linked epoch={}", believed.epoch());
    } else {
      trouble("it is another one or was emptied; attempts are denied until it is filled again");
    }
  }

  private StatefulRedisConnection<String, String> connected(
      @Nullable StatefulRedisConnection<String, String> before, Duration timeout) {
    if (before != null && before.isOpen()) {
      return before;
    }
    StatefulRedisConnection<String, String> open = client.connect(uri);
    open.setTimeout(timeout);
    return open;
  }

  private void drop(String why) {
    link = null;
    lostPings = 0;
    Stream.of(Optional.ofNullable(checks), Optional.ofNullable(changes))
        .flatMap(Optional::stream)
        .forEach(StatefulRedisConnection::closeAsync);
    checks = null;
    changes = null;
    trouble(why);
  }

  /** Said once, not ten times a second. */
  private void trouble(String why) {
    if (!why.equals(lastTrouble)) {
      lastTrouble = why;
      log.warn("redis=away effect=\"attempts are denied\" cause=\"{}\"", why);
    }
  }

  private static String runId(String info) {
    return info.lines()
        .filter(line -> line.startsWith("run_id:"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("INFO names no run_id"))
        .substring("run_id:".length())
        .trim();
  }
}
