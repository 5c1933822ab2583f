package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.campaign.GoneContacts;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.list.ContactListId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of contacts that an import has replaced, from the moment of its completion on. */
class FlushedClaimsIT extends DialRows {
  @Test
  void nothingIsClaimedOfAFlushedContactAndItsRecordsBecomeFinal() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103");
    contact(3, 2, null, "+12125550104");
    load(1);
    long epoch = get(store.resume(session(0)));
    flush();
    assertThat(claim(epoch, 1)).isEmpty();
    assertThat(counts().finished()).isIn(1L, 2L);
    assertThat(claim(epoch, 10)).isEmpty();
    assertThat(counts()).isEqualTo(new RecordCounts(3, 0, 0, 0, 3, 0));
    loadAgain(1, 2);
    epoch = get(store.resume(session(0)));
    assertThat(claim(epoch, 10))
        .extracting(r -> r.device().value())
        .containsExactly("+12125550104");
  }

  @Test
  void anAttemptInFlightEndsAndIsNotRepeated() {
    contact(1, 1, null, "+12125550101");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    flush();
    var again = new NextStep.ReadyAt(NOW, 1, 0, false);
    get(store.writeBack(session(0), List.of(outcome(attempt, CallResult.BUSY, again))));
    assertThat(claim(epoch, 10)).isEmpty();
    assertThat(counts()).isEqualTo(new RecordCounts(1, 0, 0, 0, 1, 0));
  }

  @Test
  void recordsThatAreNotReadyBecomeFinalInTheBackground() {
    for (int i = 1; i <= 5; i++) {
      contact(i, 1, null, "+1212555010" + i);
    }
    load(2);
    flush();
    var list = new ContactListId(1);
    assertThat(finish(list)).isTrue();
    assertThat(counts()).isEqualTo(new RecordCounts(5, 3, 0, 0, 2, 0));
    assertThat(finish(list)).isTrue();
    assertThat(finish(list)).isTrue();
    assertThat(finish(list)).isFalse();
    assertThat(counts()).isEqualTo(new RecordCounts(5, 0, 0, 0, 5, 0));
    assertThat(get(runs.remaining(TENANT, group, run)).waiting()).isFalse();
  }

  private boolean finish(ContactListId list) {
    return database.jdbi().inTransaction(h -> GoneContacts.finish(h, TENANT, list, 2));
  }

  /** As the completion of a replacing import does. */
  private void flush() {
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.execute("UPDATE import SET state = 'FLUSHED' WHERE import_id = 1");
              h.execute("UPDATE import SET state = 'COMPLETED' WHERE import_id = 2");
              h.execute("UPDATE contact_list SET flushed_at = now()");
            });
  }
}
