package io.beckon.persistence.dialing;

import static io.beckon.persistence.SqlArray.booleans;
import static io.beckon.persistence.SqlArray.ints;
import static io.beckon.persistence.SqlArray.longs;
import static io.beckon.persistence.SqlArray.texts;
import static io.beckon.persistence.SqlArray.times;
import static io.beckon.persistence.SqlArray.uuids;

import io.beckon.protocol.compliance.PlaceText;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.DialStore.PlacedAt;
import io.beckon.protocol.dialing.SessionId;
import java.util.List;
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
        .bind("attempt", uuids(attempts, a -> a.attempt().value()))
        .bind("record", longs(attempts, a -> a.record().record().value()))
        .bind("list", longs(attempts, a -> a.record().list().value()))
        .bind("contact", longs(attempts, a -> a.record().contact().value()))
        .bind("client", texts(attempts, a -> a.record().clientId()))
        .bind("device", texts(attempts, a -> a.record().device().value()))
        .bind("decision", uuids(attempts, a -> a.verdict().decision().value()))
        .bind("at", times(attempts, a -> a.authorisedAt()))
        .bind("place", texts(attempts, a -> place(a.record())))
        .execute();
  }

  private static @Nullable String place(ClaimedRecord record) {
    String place = PlaceText.of(record.country(), record.states());
    return place.isEmpty() ? null : place;
  }

  static void placed(Handle h, List<PlacedAt> placed) {
    h.createUpdate(DialSql.PLACED)
        .bind("attempt", uuids(placed, p -> p.attempt().value()))
        .bind("at", times(placed, p -> p.at()))
        .execute();
  }

  static void ended(Handle h, List<Outcome> outcomes) {
    h.createUpdate(DialSql.END_ATTEMPTS)
        .bind("attempt", uuids(outcomes, o -> o.ended().attempt().value()))
        .bind("placed", times(outcomes, o -> o.ended().placedAt()))
        .bind("answered", times(outcomes, o -> o.ended().answeredAt()))
        .bind("ended", times(outcomes, o -> o.ended().endedAt()))
        .bind("result", ints(outcomes, o -> code(o.ended().result())))
        .bind("live", booleans(outcomes, o -> o.ended().live()))
        .execute();
  }

  private static @Nullable Integer code(@Nullable CallResult result) {
    return result == null ? null : result.code();
  }
}
