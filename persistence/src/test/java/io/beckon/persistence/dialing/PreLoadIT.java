package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.DialStore.Release;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a load makes of lists, suppressions and earlier runs. */
class PreLoadIT extends DialRows {
  @Test
  void loadsFirstDevicesAsReadyAndTheOthersAsWaiting() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, null, "+12125550103", "mail@example.com");
    contact(3, 2, null, "+12125550104");
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(3, 2, 1, 0, 0, 0));
  }

  @Test
  void suppressesForTheWholeRunAndLetsTheNextDeviceTakeTheTurn() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    contact(2, 1, "c-2", "+12125550103");
    contact(3, 1, null, "+12125550105");
    contact(4, 1, null, "+12125550106");
    suppress("DEVICE", true, null, "+12125550101");
    suppress("CLIENT_ID", true, null, "c-2");
    suppress("DEVICE", true, "2099-01-01T00:00:00Z", "+12125550105");
    suppress("DEVICE", false, null, "+12125550106");
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(5, 3, 0, 0, 0, 2));
    long epoch = get(store.resume(session(0)));
    assertThat(claim(epoch, 10))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550102", "+12125550105", "+12125550106");
  }

  @Test
  void loadsWhatTheSelectionRuleOfTheListSelects() {
    contact(1, 1, "a", "+12125550101", "+13055550101");
    contact(2, 1, "b", "+12125550102");
    contact(3, 1, "c", "+13055550103");
    var rules = new PostgresSelectionRules(database, Clock.systemUTC());
    var florida = new Condition(null, FieldType.AREA_CODE, Operator.EQUAL, "305", null);
    var rule = new SelectionRule("Florida", List.of(new ConditionSet(List.of(florida))));
    var id = get(rules.create(TENANT, rule)).id();
    selected = new WeightedList(new ContactListId(1), 10, id);
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 2, 0, 0, 0, 0));
    assertThat(claim(get(store.resume(session(0))), 10))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+13055550101", "+13055550103");
    assertThatThrownBy(() -> get(rules.delete(TENANT, id)))
        .hasMessageContaining("campaign group spring");
  }

  /** It begins by itself, so an import that runs may widen it; it has counted all along. */
  @Test
  void suppressesWhatARunningImportWidens() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    suppress("DEVICE", true, null, "+12125550101");
    suppress("DEVICE", true, null, "+12125550102");
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE suppression_entry SET import_id = 2, widened = (value = ?)",
                    "+12125550101"));
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 1, 0, 0, 0, 1));
  }

  /** Two lists at once: only one of them was replaced since. */
  @Test
  void whatWasReplacedInASuppressionListSuppressesNoMore() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    contact(3, 1, null, "+12125550103");
    suppress("DEVICE", true, null, "+12125550101");
    suppress("DEVICE", true, null, "+12125550102");
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    UPDATE suppression_list SET floor = e.revision + 1
                    FROM suppression_entry e
                    WHERE e.list_id = suppression_list.list_id AND e.value = ?
                    """,
                    "+12125550101"));
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(3, 2, 0, 0, 0, 1));
    assertThat(claim(get(store.resume(session(0))), 10))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550101", "+12125550103");
  }

  @Test
  void takesUnfinishedRecordsOverIntoTheNextRunAndAddsNewContacts() {
    contact(1, 1, null, "+12125550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    List<ClaimedRecord> both = claim(epoch, 2);
    get(
        store.release(
            session(0),
            epoch,
            List.of(
                new Release(both.get(0).record(), new NextStep.Final(CallResult.CANCEL_RECORD)),
                new Release(both.get(1).record(), new NextStep.ReadyAt(NOW, 0, -1, false)))));
    contact(3, 1, null, "+12125550103");
    loadAgain(1, 2);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 2, 0, 0, 0, 0));
    assertThat(get(runs.remaining(TENANT, group, run)).waiting()).isTrue();
  }

  @Test
  void recyclesFinalRecordsWithAGivenResult() {
    contact(1, 1, null, "+12125550101", "+12125550102");
    load(1);
    long epoch = get(store.resume(session(0)));
    NewAttempt attempt = attempt(claim(epoch, 1).get(0));
    get(store.authorise(session(0), epoch, List.of(attempt)));
    get(
        store.writeBack(
            session(0),
            List.of(outcome(attempt, CallResult.BUSY, new NextStep.Final(CallResult.BUSY)))));
    assertThat(counts()).isEqualTo(new RecordCounts(2, 0, 0, 0, 2, 0));
    assertThat(get(runs.recycle(TENANT, group, List.of(CallResult.ANSWER), NOW))).isZero();
    assertThat(get(runs.recycle(TENANT, group, List.of(CallResult.BUSY), NOW))).isEqualTo(1);
    assertThat(counts()).isEqualTo(new RecordCounts(2, 1, 1, 0, 0, 0));
  }
}
