package io.beckon.persistence.compliance;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sends commands in bounded bunches over a connection that nobody else uses. */
final class RedisPipeline {
  private static final int BUNCH = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StatefulRedisConnection<String, String> connection;
  private final List<RedisFuture<?>> sent = new ArrayList<>();
  private long total;

  RedisPipeline(StatefulRedisConnection<String, String> connection) {
    this.connection = connection;
    connection.setAutoFlushCommands(false);
  }

  void send(Function<RedisAsyncCommands<String, String>, RedisFuture<?>> command) {
    sent.add(command.apply(connection.async()));
    total++;
    if (sent.size() == BUNCH) {
      flush();
    }
  }

  /** Waits for the rest; how many were sent. */
  long finish() {
    flush();
    return total;
  }

  private void flush() {
    connection.flushCommands();
    if (!LettuceFutures.awaitAll(PATIENCE, sent.toArray(RedisFuture[]::new))) {
      throw new IllegalStateException("Redis did not take a bunch of commands in " + PATIENCE);
    }
    sent.clear();
  }
}
