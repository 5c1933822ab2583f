package io.beckon.actors.dialing;

import io.beckon.actors.dialing.DialSessionState.Settling;
import io.beckon.actors.dialing.SessionIo.Settlement;
import io.beckon.protocol.compliance.AttemptRule.Outcome;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.Reservations.Confirmed;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialStore;
import io.beckon.protocol.dialing.DialStore.Open;
import io.beckon.protocol.dialing.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a dial session tells the reservations of attempts that have ended. */
final class SessionBookings {
  private final SessionId id;
  private final DialStore store;
  private final Reservations reservations;

  SessionBookings(SessionId id, DialStore store, Reservations reservations) {
    this.id = id;
    this.store = store;
    this.reservations = reservations;
  }

  Released released(AttemptId attempt, ClaimedRecord record) {
    return new Released(attempt, id.group(), record.device(), record.clientId());
  }

  /**
   * An attempt as it was booked, and where it went.
   *
   * @param record null: of an earlier incarnation
   */
  record Booked(Released booked, @Nullable ClaimedRecord record) {}

  /** Those that this incarnation authorised are in its hands; the others are looked up. */
  CompletionStage<Map<AttemptId, Booked>> of(Settlement settlement, SessionWork work) {
    Map<AttemptId, Booked> booked = new HashMap<>();
    List<Open> unknown = new ArrayList<>();
    for (Settling settling : settlement.settling()) {
      AttemptId attempt = settling.ended().attempt();
      ClaimedRecord record = work.inHand.get(attempt);
      if (record == null) {
        unknown.add(new Open(attempt, settling.attempt().authorised().record()));
      } else {
        booked.put(attempt, new Booked(released(attempt, record), record));
      }
    }
    return unknown.isEmpty()
        ? CompletableFuture.completedFuture(booked)
        : store
            .written(id, unknown)
            .thenApply(
                rows -> {
                  rows.forEach(
                      row ->
                          booked.put(
                              row.reservation().attempt(), new Booked(row.reservation(), null)));
                  return booked;
                });
  }

  CompletionStage<Void> release(Settlement settlement, Map<AttemptId, Booked> booked) {
    List<Released> released = new ArrayList<>();
    for (AttemptId attempt : settlement.notPlaced()) {
      Booked was = booked.get(attempt);
      if (was != null) {
        released.add(was.booked());
      }
    }
    return released.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : reservations.release(id.tenant(), released);
  }

  /** After the outcome is in PostgreSQL, from where lost counters are filled again. */
  CompletionStage<Void> confirm(Settlement settlement, Map<AttemptId, Booked> booked) {
    List<Confirmed> confirmed = new ArrayList<>();
    for (Settling settling : settlement.settling()) {
      Ended ended = settling.ended();
      Booked was = booked.get(ended.attempt());
      if (was != null && ended.result() != null && ended.result().isKnown()) {
        confirmed.add(new Confirmed(was.booked(), outcome(ended, was.record())));
      }
    }
    return confirmed.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : reservations.confirm(id.tenant(), confirmed);
  }

  private static Outcome outcome(Ended ended, @Nullable ClaimedRecord record) {
    return new Outcome(
        Objects.requireNonNull(ended.result()),
        ended.live(),
        record == null ? null : record.country(),
        record == null ? Set.of() : record.states());
  }
}
