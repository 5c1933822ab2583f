package io.beckon.persistence.compliance;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.TestRedis;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Observation.Seen;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several nodes ask at once for the same people: everybody gets exactly the allowance. */
class ExactAllowanceIT {
  private static final int PEOPLE = 400;
  private static final int CHECKS = 30_000;
  private static final int BATCH = 50;
  private static final AttemptRule THREE =
      new AttemptRule(
          new RuleRef("1", RuleType.ATTEMPT, 1),
          true,
          Set.of(Channel.VOICE),
          3,
          Duration.ofHours(24),
          AttemptRule.CountBy.BOTH,
          AttemptRule.Scope.TENANT);

  @Test
  void thirtyThousandChecksByThreeClientsGrantThreeAttemptsAPerson() {
    var uri = TestRedis.freshUri();
    Map<Device, LongAdder> granted = new ConcurrentHashMap<>();
    try (var one = CheckedStore.fresh(uri);
        var two = CheckedStore.linked(one.database, uri);
        var three = CheckedStore.linked(one.database, uri)) {
      var nodes = List.of(one, two, three);
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (CheckedStore node : nodes) {
        clients.add(
            CompletableFuture.runAsync(
                () -> ask(node, clients.size(), CHECKS / nodes.size(), granted)));
      }
      clients.forEach(CompletableFuture::join);
    }

    assertThat(granted).hasSize(PEOPLE);
    assertThat(granted.values()).allSatisfy(n -> assertThat(n.sum()).isEqualTo(3));
  }

  private static void ask(
      CheckedStore node, long seed, int checks, Map<Device, LongAdder> granted) {
    Random random = new Random(seed);
    for (int done = 0; done < checks; done += BATCH) {
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        questions.add(question(new Device("+1212555" + (1000 + random.nextInt(PEOPLE)))));
      }
      List<Observation> seen = await(node.store.ask(questions));
      for (int i = 0; i < BATCH; i++) {
        note(node, questions.get(i).booking(), seen.get(i), granted);
      }
    }
  }

  /** As every asker does: what is uncertain is not made, and given back. */
  private static void note(
      CheckedStore node, Booking booking, Observation seen, Map<Device, LongAdder> granted) {
    if (seen instanceof Observation.Unknown) {
      var released =
          new Reservations.Released(
              booking.attempt(), booking.group(), booking.device(), booking.clientId());
      Awaitility.await()
          .ignoreExceptions()
          .until(
              () -> {
                await(node.store.release(TENANT, List.of(released)));
                return true;
              });
    } else if (((Seen) seen).booked()) {
      granted.computeIfAbsent(booking.device(), d -> new LongAdder()).increment();
    }
  }

  private static Question question(Device device) {
    var booking =
        new Booking(
            TENANT, AttemptId.create(), Channel.VOICE, null, device, "c" + device.value(), false);
    return new Question(booking, 0, new Mode.Book(Instant.now()), List.of(), List.of(THREE));
  }
}
