package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Suppression and counters in Redis: one script a question, questions sent in one pipeline. */
public final class RedisReservationStore implements ReservationStore, Reservations {
  private final RedisMaster master;

  public RedisReservationStore(RedisMaster master) {
    this.master = master;
  }

  @Override
  public CompletionStage<List<Observation>> ask(List<Question> questions) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      Observation away = new Observation.Unknown(Trouble.REBUILDING, 0);
      return CompletableFuture.completedFuture(questions.stream().map(q -> away).toList());
    }
    List<CompletableFuture<Observation>> answers = new ArrayList<>(questions.size());
    for (Question question : questions) {
      answers.add(ask(link.get(), question));
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<Observation> ask(RedisLink link, Question question) {
    try {
      return link.redis()
          .<List<Object>>evalsha(
              link.scripts().check(),
              ScriptOutputType.MULTI,
              keys(question),
              arguments(link, question))
          .toCompletableFuture()
          .handle((answer, failure) -> read(link, answer, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(new Observation.Unknown(Trouble.AWAY, 0));
    }
  }

  private Observation read(RedisLink link, List<Object> answer, Throwable failure) {
    if (failure != null) {
      // Scripts gone, read-only, out of memory: whatever it is, nothing is known.
      if (failure instanceof io.lettuce.core.RedisCommandExecutionException) {
        master.doubt(link);
      }
      return new Observation.Unknown(Trouble.AWAY, 0);
    }
    Observation observation = CheckAnswer.read(answer);
    if (observation instanceof Observation.Unknown unknown
        && unknown.trouble() == Trouble.REBUILDING) {
      master.doubt(link);
    }
    return observation;
  }

  private static String[] keys(Question question) {
    Booking booking = question.booking();
    TenantId tenant = booking.tenant();
    Stream<String> fixed =
        Stream.of(
            RedisKeys.EPOCH,
            RedisKeys.VERSIONS,
            RedisKeys.HALTS,
            RedisKeys.byDevice(tenant, booking.device()),
            RedisKeys.byClient(tenant, booking.clientId()),
            RedisKeys.outcomesByDevice(tenant, booking.device()),
            RedisKeys.outcomesByClient(tenant, booking.clientId()));
    Stream<String> buckets =
        question.lists().stream().map(l -> RedisKeys.bucket(tenant, l.id(), value(l, booking)));
    return Stream.concat(fixed, buckets).toArray(String[]::new);
  }

  private static String[] arguments(RedisLink link, Question question) {
    Booking booking = question.booking();
    List<String> result = new ArrayList<>(16 + 8 * question.rules().size());
    result.add(link.epoch());
    result.add(booking.tenant().value());
    result.add(Long.toString(question.ruleSet()));
    addMode(result, question.mode());
    result.add(RedisKeys.member(booking));
    result.add(booking.group() == null ? "" : booking.group().toString());
    result.add(booking.clientId() == null ? "" : booking.clientId());
    result.add(Integer.toString(question.lists().size()));
    question.lists().forEach(list -> result.add(value(list, booking)));
    result.add(Integer.toString(question.rules().size()));
    question.rules().forEach(rule -> RuleArguments.add(result, rule, question));
    return result.toArray(String[]::new);
  }

  private static void addMode(List<String> to, Mode mode) {
    if (mode instanceof Mode.Book book) {
      to.add("B");
      to.add(Long.toString(book.now().toEpochMilli()));
    } else if (mode instanceof Mode.Look look) {
      to.add("L");
      to.add(Long.toString(look.at().toEpochMilli()));
    } else {
      to.add("N");
      to.add("");
    }
  }

  private static String value(SuppressionTerms list, Booking booking) {
    String clientId = booking.clientId();
    return list.type() == SuppressionType.CLIENT_ID
        ? clientId == null ? "" : clientId
        : booking.device().value();
  }

  @Override
  public CompletionStage<Void> release(TenantId tenant, List<Released> attempts) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
    }
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (Released attempt : attempts) {
      String[] members = members(tenant, attempt);
      answers.add(remove(link.get(), RedisKeys.byDevice(tenant, attempt.device()), members));
      if (attempt.clientId() != null) {
        answers.add(remove(link.get(), RedisKeys.byClient(tenant, attempt.clientId()), members));
      }
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
  }

  private static CompletableFuture<Long> remove(RedisLink link, String key, String[] members) {
    try {
      return link.redis().zrem(key, members).toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(new CompletionException(e));
    }
  }

  @Override
  public CompletionStage<Void> confirm(TenantId tenant, List<Confirmed> attempts) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
    }
    return CompletableFuture.allOf(
        attempts.stream()
            .map(attempt -> confirm(link.get(), tenant, attempt))
            .toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> confirm(RedisLink link, TenantId tenant, Confirmed confirmed) {
    Released booked = confirmed.booked();
    String[] keys = {
      RedisKeys.EPOCH,
      RedisKeys.byDevice(tenant, booked.device()),
      RedisKeys.outcomesByDevice(tenant, booked.device()),
      RedisKeys.byClient(tenant, booked.clientId()),
      RedisKeys.outcomesByClient(tenant, booked.clientId())
    };
    Stream<String> arguments =
        Stream.of(
            link.epoch(), booked.attempt().toString(), RedisKeys.outcome(confirmed.outcome()));
    try {
      return link.redis()
          .<Long>evalsha(
              link.scripts().confirm(),
              ScriptOutputType.INTEGER,
              keys,
              Stream.concat(arguments, Stream.of(members(tenant, booked))).toArray(String[]::new))
          .toCompletableFuture()
          .thenAccept(done -> believe(link, done));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(new CompletionException(e));
    }
  }

  private void believe(RedisLink link, long done) {
    if (done != 1) {
      master.doubt(link);
      throw new IllegalStateException("Redis is being filled again");
    }
  }

  /** Under whichever channel, by whomever it was booked. */
  private static String[] members(TenantId tenant, Released released) {
    return Stream.of(Channel.values())
        .flatMap(
            channel ->
                Stream.of(
                    booking(tenant, released, channel, true),
                    booking(tenant, released, channel, false)))
        .map(RedisKeys::member)
        .toArray(String[]::new);
  }

  private static Booking booking(
      TenantId tenant, Released released, Channel channel, boolean external) {
    return new Booking(
        tenant,
        released.attempt(),
        channel,
        released.group(),
        released.device(),
        released.clientId(),
        external);
  }
}
