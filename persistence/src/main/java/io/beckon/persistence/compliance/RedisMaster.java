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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration STEP = Duration.ofMillis(100);
  private static final int STEPS_A_PING = 5;

  /** One slow answer denies what waits for it; so many in a row mean that nobody is there. */
  private static final int LOST_PINGS = 3;

  private final RedisClient client;
  private final RedisURI uri;
  private final RedisEpochs epochs;
  private final ScheduledExecutorService watch;
  private final CompletableFuture<Void> firstLink = new CompletableFuture<>();
  private volatile @Nullable RedisLink link;
  private @Nullable StatefulRedisConnection<String, String> connection;
  private int steps;
  private int lostPings;
  private String lastTrouble = "";

  private RedisMaster(RedisURI uri, Database database) {
    this.uri = uri;
    this.client = RedisClient.create();
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
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
    var master = new RedisMaster(uri, database);
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
      } else if (!current.connection().isOpen()) {
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
      current.connection().sync().ping();
      lostPings = 0;
    } catch (RedisCommandTimeoutException e) {
      if (++lostPings == LOST_PINGS) {
        throw e;
      }
    }
  }

  private void establish() {
    StatefulRedisConnection<String, String> open = connected();
    String runId = runId(open.sync().info("server"));
    Standing standing = epochs.look(runId, open.sync().get(RedisKeys.EPOCH));
    if (standing instanceof Standing.Believed believed) {
      link = new RedisLink(open, RedisScripts.load(open.sync()), believed.epoch());
      firstLink.complete(null);
      lastTrouble = "";
      log.info("redis=linked epoch={}", believed.epoch());
    } else {
      trouble("it is another one or was emptied; attempts are denied until it is filled again");
    }
  }

  private StatefulRedisConnection<String, String> connected() {
    StatefulRedisConnection<String, String> open = connection;
    if (open == null || !open.isOpen()) {
      open = client.connect(uri);
      open.setTimeout(PATIENCE);
      connection = open;
    }
    return open;
  }

  private void drop(String why) {
    link = null;
    lostPings = 0;
    StatefulRedisConnection<String, String> broken = connection;
    connection = null;
    if (broken != null) {
      broken.closeAsync();
    }
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
