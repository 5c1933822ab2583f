package io.beckon.persistence.compliance;

import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Brings to Redis what is committed in PostgreSQL, newer over older, never the other way round. */
public final class RedisMirror {
  /** Fields a script call sets: long enough to be cheap, short enough not to hold up checks. */
  private static final int CHUNK = 200;

  private final RedisMaster master;

  /**
   * One field of a hash.
   *
   * @param value starts with its revision
   */
  public record Field(String key, String name, String value) {}

  public RedisMirror(RedisMaster master) {
    this.master = master;
  }

  /**
   * Completes when Redis has all of them or newer ones, with the epoch it has them in; fails when
   * that is not certain, and then the outbox does it later.
   */
  public CompletionStage<String> set(List<Field> fields) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
    }
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += CHUNK) {
      answers.add(call(link.get(), fields.subList(i, Math.min(i + CHUNK, fields.size()))));
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(done -> link.get().epoch());
  }

  /** Completes when nothing of them is in Redis any more; otherwise like {@link #set}. */
  CompletionStage<Void> forget(List<RedisTrace> traces) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
    }
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    for (int i = 0; i < traces.size(); i += CHUNK) {
      var some = traces.subList(i, Math.min(i + CHUNK, traces.size()));
      answers.add(
          call(
              link.get(),
              link.get().scripts().forget(),
              some.stream().map(RedisTrace::key).toList(),
              some.stream().flatMap(t -> Stream.of(t.what(), t.first(), t.second())).toList()));
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> call(RedisLink link, List<Field> fields) {
    return call(
        link,
        link.scripts().setIfNewer(),
        fields.stream().map(Field::key).toList(),
        fields.stream().flatMap(f -> Stream.of(f.name(), f.value())).toList());
  }

  private CompletableFuture<Void> call(
      RedisLink link, String script, List<String> keys, List<String> arguments) {
    try {
      return link.slowly()
          .<Long>evalsha(
              script,
              ScriptOutputType.INTEGER,
              Stream.concat(Stream.of(RedisKeys.EPOCH), keys.stream()).toArray(String[]::new),
              Stream.concat(Stream.of(link.epoch()), arguments.stream()).toArray(String[]::new))
          .toCompletableFuture()
          .thenAccept(done -> confirm(link, done));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void confirm(RedisLink link, long done) {
    if (done != 1) {
      master.doubt(link);
      throw new IllegalStateException("Redis is being filled again");
    }
  }
}
