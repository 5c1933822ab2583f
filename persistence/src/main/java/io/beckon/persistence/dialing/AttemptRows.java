package io.beckon.persistence.dialing;

import static io.beckon.persistence.dialing.PostgresDialStore.map;

import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.DialStore.PlacedAt;
import io.beckon.protocol.dialing.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes rows of {@code attempt}, many at a time. */
final class AttemptRows {
  private AttemptRows() {}

  static void insert(Handle h, SessionId session, List<NewAttempt> attempts) {
    NewAttempt any = attempts.get(0);
    h.createUpdate(DialSql.INSERT_ATTEMPTS)
        .bind("tenant", session.tenant().value())
        .bind("group", session.group().value())
        .bind("run", session.run().value())
        .bind("channel", any.channel().name())
        .bind("node", any.node())
        .bindArray("attempt", UUID.class, map(attempts, a -> a.attempt().value()))
        .bindArray("record", Long.class, map(attempts, a -> a.record().record().value()))
        .bindArray("list", Long.class, map(attempts, a -> a.record().list().value()))
        .bindArray("contact", Long.class, map(attempts, a -> a.record().contact().value()))
        .bindArray("client", String.class, nullable(attempts, a -> a.record().clientId()))
        .bindArray("device", String.class, map(attempts, a -> a.record().device().value()))
        .bindArray("decision", UUID.class, map(attempts, a -> a.verdict().decision().value()))
        .bindArray("at", String.class, map(attempts, a -> a.authorisedAt().toString()))
        .execute();
  }

  static void placed(Handle h, List<PlacedAt> placed) {
    h.createUpdate(DialSql.PLACED)
        .bindArray("attempt", UUID.class, map(placed, p -> p.attempt().value()))
        .bindArray("at", String.class, map(placed, p -> p.at().toString()))
        .execute();
  }

  static void ended(Handle h, List<Outcome> outcomes) {
    h.createUpdate(DialSql.END_ATTEMPTS)
        .bindArray("attempt", UUID.class, map(outcomes, o -> o.ended().attempt().value()))
        .bindArray("placed", String.class, nullable(outcomes, o -> text(o.ended().placedAt())))
        .bindArray("answered", String.class, nullable(outcomes, o -> text(o.ended().answeredAt())))
        .bindArray("ended", String.class, map(outcomes, o -> o.ended().endedAt().toString()))
        .bindArray("result", Integer.class, nullable(outcomes, o -> code(o.ended().result())))
        .bindArray("live", Boolean.class, map(outcomes, o -> o.ended().live()))
        .execute();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static @Nullable Integer code(@Nullable CallResult result) {
    return result == null ? null : result.code();
  }

  private static <T, R> List<@Nullable R> nullable(
      List<T> items, java.util.function.Function<T, @Nullable R> to) {
    List<@Nullable R> all = new java.util.ArrayList<>(items.size());
    items.forEach(i -> all.add(to.apply(i)));
    return all;
  }
}
