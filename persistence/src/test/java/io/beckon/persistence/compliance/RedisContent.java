package io.beckon.persistence.compliance;

import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;

/** Every key, field, value and member of a Redis. */
final class RedisContent {
  private RedisContent() {}

  static List<String> of(RedisCommands<String, String> redis) {
    List<String> found = new ArrayList<>();
    ScanIterator.scan(redis)
        .forEachRemaining(
            key -> {
              found.add(key);
              switch (redis.type(key)) {
                case "string" -> found.add(redis.get(key));
                case "hash" ->
                    redis.hgetall(key).forEach((field, value) -> found.add(field + " " + value));
                case "zset" -> found.addAll(redis.zrange(key, 0, -1));
                case "none" -> found.remove(key); // gone since it was found
                default -> throw new IllegalStateException(redis.type(key) + " " + key);
              }
            });
    return found;
  }
}
