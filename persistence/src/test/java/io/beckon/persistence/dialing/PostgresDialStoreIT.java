package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupQueries.RecordState;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.dialing.DialStore.Fenced;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Open;
import io.beckon.protocol.dialing.DialStore.Outcome;
import io.beckon.protocol.dialing.NextStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims, fence and write-back on a real PostgreSQL. */
class PostgresDialStoreIT extends DialRows {
  @Test
  void claimsOnlyInOpenZonesAndEachRecordOnce() {
    for (int i = 1; i <= 9; i++) {
      contact(i, 1, null, "+1212555010" + i);
    }
    load(1);
    long epoch = get(store.resume(session(0)));
    assertThat(get(store.readyZones(session(0)))).containsExactly(EAST);
    var closed = new Claim(epoch, List.of(new ZoneKey("Europe/Paris")), NOW, 10);
    assertThat(get(store.claim(session(0), closed))).isEmpty();
    assertThat(claim(epoch, 5)).hasSize(5);
    assertThat(claim(epoch, 5)).hasSize(4);
    assertThat(claim(epoch, 5)).isEmpty();
    assertThat(counts().inProgress()).isEqualTo(9);
  }

  @Test
  void fencesAnOlderIncarnationOut() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long old = get(store.resume(session(0)));
    ClaimedRecord record = claim(old, 1).get(0);
    long successor = get(store.resume(session(0)));
    assertThat(successor).isEqualTo(old + 1);
    assertThatThrownBy(() -> claim(old, 1)).hasRootCauseInstanceOf(Fenced.class);
    assertThatThrownBy(() -> get(store.authorise(session(0), old, List.of(attempt(record)))))
        .hasRootCauseInstanceOf(Fenced.class);
    assertThat(get(store.returnOrphans(session(0), successor, List.of()))).isEqualTo(1);
    assertThat(claim(successor, 1)).hasSize(1);
  }

  @Test
  void leavesRecordsInHandToTheSuccessor() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<ClaimedRecord> both = claim(epoch, 2);
    NewAttempt written = attempt(both.get(0));
    get(store.authorise(session(0), epoch, List.of(written)));
    long next = get(store.resume(session(0)));
    AttemptId never = AttemptId.create();
    assertThat(get(store.returnOrphans(session(0), next, List.of(both.get(0).record()))))
        .isEqualTo(1);
    var rows =
        get(
            store.written(
                session(0),
                List.of(
                    new Open(written.attempt(), both.get(0).record()),
                    new Open(never, both.get(1).record()))));
    assertThat(rows).filteredOn(r -> r.present()).hasSize(1);
    assertThat(rows)
        .filteredOn(r -> !r.present())
        .singleElement()
        .satisfies(r -> assertThat(r.reservation().attempt()).isEqualTo(never));
  }

  @Test
  void writesBackOnceHoweverOftenItIsAsked() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    Outcome busy = outcome(attempt, CallResult.BUSY, new NextStep.ReadyAt(LATER, 1, 0, false));
    get(store.writeBack(session(0), List.of(busy)));
    get(store.writeBack(session(0), List.of(busy)));
    assertThat(counts()).isEqualTo(new RecordCounts(2, 0, 2, 0, 0, 0));
    var row =
        get(queries.records(TENANT, group, RecordState.SCHEDULED, PageRequest.first()))
            .items()
            .get(0);
    assertThat(row.attempts()).isEqualTo(1);
    var summary = get(queries.find(TENANT, group)).orElseThrow().attempts();
    assertThat(summary.byResult()).containsEntry(CallResult.BUSY, 1L);
  }

  @Test
  void followsTheChainOrEndsIt() {
    contact(1, 1, null, "+12125550101", "+12125550102", "+12125550103");
    contact(2, 1, null, "+12125550201", "+12125550202");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<NewAttempt> attempts = claim(epoch, 2).stream().map(this::attempt).toList();
    get(store.authorise(session(0), epoch, attempts));
    for (NewAttempt a : attempts) {
      NextStep step =
          a.record().contact().value() == 1
              ? new NextStep.NextInChain(CallResult.NO_ANSWER, NOW)
              : new NextStep.Final(CallResult.ANSWER);
      get(store.writeBack(session(0), List.of(outcome(a, CallResult.ANSWER, step))));
    }
    assertThat(counts()).isEqualTo(new RecordCounts(5, 1, 1, 0, 3, 0));
    assertThat(claim(epoch, 5)).extracting(r -> r.device().value()).containsExactly("+12125550102");
  }

  @Test
  void countsNothingForWhatWasNotPlaced() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    NextStep again = new NextStep.ReadyAt(NOW, 0, -1, false);
    get(store.writeBack(session(0), List.of(outcome(attempt, null, again))));
    assertThat(claim(epoch, 1)).singleElement().satisfies(r -> assertThat(r.made()).isZero());
    assertThat(get(queries.find(TENANT, group)).orElseThrow().attempts().total()).isZero();
  }
}
