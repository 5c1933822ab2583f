package io.beckon.persistence.compliance;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes out of Redis what names people who were erased: their counters, and the fields of their
 * entries in suppression lists, which a removed entry keeps. Their mark denies them meanwhile.
 */
final class RedisErasure {
  private final RedisMaster redis;

  /**
   * @param lists all that the tenant has, or had: a removed entry outlives its list
   */
  record Names(
      TenantId tenant,
      Collection<String> devices,
      Collection<String> clients,
      List<SuppressionListId> lists) {
    Names {
      devices = List.copyOf(devices);
      clients = List.copyOf(clients);
      lists = List.copyOf(lists);
    }

    List<String> values() {
      List<String> values = new ArrayList<>(devices);
      values.addAll(clients);
      return values;
    }
  }

  RedisErasure(RedisMaster redis) {
    this.redis = redis;
  }

  /** Fails while Redis is away. */
  CompletionStage<Void> forget(Names names) {
    return redis
        .link()
        .<CompletionStage<Void>>map(link -> forget(link, names))
        .orElseGet(
            () -> CompletableFuture.failedFuture(new IllegalStateException("Redis is away")));
  }

  private static CompletionStage<Void> forget(RedisLink link, Names names) {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    var counters = counters(names);
    if (counters.length > 0) {
      answers.add(link.slowly().del(counters).toCompletableFuture());
    }
    for (var list : names.lists()) {
      for (var value : names.values()) {
        var bucket = RedisKeys.bucket(names.tenant(), list, value);
        answers.add(link.slowly().hdel(bucket, value).toCompletableFuture());
      }
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
  }

  private static String[] counters(Names names) {
    List<String> keys = new ArrayList<>();
    names.devices().forEach(d -> keys.add(RedisKeys.byDevice(names.tenant(), new Device(d))));
    names.clients().forEach(c -> keys.add(RedisKeys.byClient(names.tenant(), c)));
    return keys.toArray(String[]::new);
  }
}
