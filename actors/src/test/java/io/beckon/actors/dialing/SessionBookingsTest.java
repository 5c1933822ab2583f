package io.beckon.actors.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.dialing.DialSessionState.Open;
import io.beckon.actors.dialing.DialSessionState.Settling;
import io.beckon.actors.dialing.SessionIo.Settlement;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.AttemptRule.Outcome;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialStore;
import io.beckon.protocol.dialing.DialStore.Written;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionBookingsTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final GatewayId GATEWAY = new GatewayId("node-1", "akka://beckon@127.0.0.1", 42);
  private static final SessionId SESSION =
      new SessionId(new TenantId("acme"), new GroupId(5), new RunId(6), 0);
  private static final Device DEVICE = new Device("+12125550123");

  private final Told told = new Told();
  private final SessionWork work = new SessionWork();

  /** Keeps what it is told. */
  private static final class Told implements Reservations {
    final List<Released> released = new ArrayList<>();
    final List<Confirmed> confirmed = new ArrayList<>();

    @Override
    public CompletionStage<Void> release(TenantId tenant, List<Released> attempts) {
      released.addAll(attempts);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> confirm(TenantId tenant, List<Confirmed> attempts) {
      confirmed.addAll(attempts);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Test
  void releasesWhatWasNotPlacedAndConfirmsWhatWas() {
    Settling made = settling(CallResult.ANSWER, true);
    Settling not = settling(null, false);
    work.inHand.put(made.ended().attempt(), record());
    work.inHand.put(not.ended().attempt(), record());

    settle(made, not);

    assertThat(told.released).extracting(r -> r.attempt()).containsExactly(not.ended().attempt());
    assertThat(told.confirmed).hasSize(1);
    assertThat(told.confirmed.get(0).booked().attempt()).isEqualTo(made.ended().attempt());
    assertThat(told.confirmed.get(0).booked().clientId()).isEqualTo("c1");
    assertThat(told.confirmed.get(0).outcome())
        .isEqualTo(new Outcome(CallResult.ANSWER, true, "US", Set.of("NY")));
  }

  @Test
  void looksUpWhatAnEarlierIncarnationAuthorisedAndKnowsNotWhereItWent() {
    Settling made = settling(CallResult.BUSY, false);

    settle(made);

    assertThat(told.released).isEmpty();
    assertThat(told.confirmed.get(0).booked().device()).isEqualTo(DEVICE);
    assertThat(told.confirmed.get(0).outcome())
        .isEqualTo(new Outcome(CallResult.BUSY, false, null, Set.of()));
  }

  private void settle(Settling... settling) {
    List<AttemptId> notPlaced =
        List.of(settling).stream()
            .map(Settling::ended)
            .filter(e -> e.result() == null)
            .map(Ended::attempt)
            .toList();
    var settlement = new Settlement(List.of(settling), List.of(), notPlaced);
    var bookings = new SessionBookings(SESSION, store(), told);
    var booked = bookings.of(settlement, work).toCompletableFuture().join();
    bookings.release(settlement, booked).toCompletableFuture().join();
    bookings.confirm(settlement, booked).toCompletableFuture().join();
  }

  /** Has the rows of all attempts; is asked nothing else. */
  private static DialStore store() {
    return (DialStore)
        Proxy.newProxyInstance(
            DialStore.class.getClassLoader(),
            new Class<?>[] {DialStore.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("written");
              List<?> open = (List<?>) arguments[1];
              return CompletableFuture.completedFuture(
                  open.stream().map(o -> written((DialStore.Open) o)).toList());
            });
  }

  private static Written written(DialStore.Open open) {
    return new Written(
        new Reservations.Released(open.attempt(), SESSION.group(), DEVICE, "c1"), true);
  }

  private static Settling settling(@Nullable CallResult result, boolean live) {
    AttemptId attempt = AttemptId.create();
    var authorised = new Authorised(attempt, new RecordId(77), 1, 0, 0);
    var ended = new Ended(attempt, result, null, null, null, AT, live);
    return new Settling(new Open(authorised, GATEWAY, AT), ended);
  }

  private static ClaimedRecord record() {
    return new ClaimedRecord(
        new RecordId(77),
        new ContactListId(1),
        new ContactId(2),
        DEVICE,
        "c1",
        "US",
        Set.of("NY"),
        new ZoneKey("America/New_York"),
        ZoneKey.UNKNOWN,
        null,
        0,
        0,
        -1);
  }
}
