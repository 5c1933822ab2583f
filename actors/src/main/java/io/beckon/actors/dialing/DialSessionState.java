package io.beckon.actors.dialing;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import io.beckon.protocol.JournalEvent;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsAuthorised;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsEnded;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialSessionEvent.SessionResumed;
import io.beckon.protocol.dialing.DialSessionEvent.WrittenBack;
import io.beckon.protocol.dialing.GatewayId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a dial session must not forget: attempts that may be out there, and outcomes that PostgreSQL
 * does not hold yet.
 *
 * @param epoch of the incarnation that wrote last
 */
record DialSessionState(long epoch, Map<AttemptId, Open> open, Map<AttemptId, Settling> unwritten)
    implements JournalEvent {
  static final DialSessionState EMPTY = new DialSessionState(0, Map.of(), Map.of());

  /** Reads an attempt's id where it stands as a key. */
  static final class AttemptKey extends KeyDeserializer {
    @Override
    public AttemptId deserializeKey(String key, DeserializationContext context) {
      return AttemptId.parse(key);
    }
  }

  /** An attempt that was authorised and has not ended. */
  record Open(Authorised authorised, GatewayId gateway, Instant at) {}

  /** An attempt that has ended and is not written back. */
  record Settling(Open attempt, Ended ended) {}

  DialSessionState apply(DialSessionEvent event) {
    if (event instanceof AttemptsAuthorised e) {
      return authorised(e);
    } else if (event instanceof AttemptsEnded e) {
      return ended(e);
    } else if (event instanceof WrittenBack e) {
      return writtenBack(e);
    } else if (event instanceof SessionResumed e) {
      return new DialSessionState(e.epoch(), open, unwritten);
    }
    throw new IllegalArgumentException("unknown event " + event);
  }

  private DialSessionState authorised(AttemptsAuthorised e) {
    Map<AttemptId, Open> more = new LinkedHashMap<>(open);
    e.attempts().forEach(a -> more.put(a.attempt(), new Open(a, e.gateway(), e.at())));
    return new DialSessionState(epoch, more, unwritten);
  }

  private DialSessionState ended(AttemptsEnded e) {
    Map<AttemptId, Open> less = new LinkedHashMap<>(open);
    Map<AttemptId, Settling> more = new LinkedHashMap<>(unwritten);
    for (Ended end : e.attempts()) {
      Open was = less.remove(end.attempt());
      if (was != null) {
        more.put(end.attempt(), new Settling(was, end));
      }
    }
    return new DialSessionState(epoch, less, more);
  }

  private DialSessionState writtenBack(WrittenBack e) {
    Map<AttemptId, Settling> less = new LinkedHashMap<>(unwritten);
    e.attempts().forEach(less::remove);
    return new DialSessionState(epoch, open, less);
  }

  /** Records that are in hand: nobody may return their claims. */
  List<RecordId> records() {
    return Stream.concat(
            open.values().stream().map(Open::authorised),
            unwritten.values().stream().map(s -> s.attempt().authorised()))
        .map(Authorised::record)
        .toList();
  }

  boolean isEmpty() {
    return open.isEmpty() && unwritten.isEmpty();
  }
}
