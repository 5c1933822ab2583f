package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.PostgresRezonings;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.persistence.reference.PostgresZoneMaps;
import io.beckon.protocol.campaign.GroupStore.GroupRow;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.RezoningView;
import io.beckon.protocol.reference.ZoneMap;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of a group that runs follow when the zones of its list are found out anew. */
class RezonedRecordsIT extends DialRows {
  private static final ContactListId LIST = new ContactListId(1);
  private static final ZoneKey DENVER = new ZoneKey("America/Denver");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final PostgresRezonings rezonings = new PostgresRezonings(database, clock);
  private final RezonedLists worker =
      new RezonedLists(database, new PostgresLocators(database), clock);

  /** Of the rows of {@link DialRows} one import is under way. */
  @BeforeEach
  void quiet() {
    execute("UPDATE import SET state = 'CANCELLED' WHERE import_id = 2");
  }

  @Test
  void waitingRecordsFollowAndAreClaimedInTheirNewZoneOnly() {
    contact(1, 1, null, "+12125550101", "+13035550101");
    contact(2, 1, null, "+12125550102");
    load(1);
    mapped("212", DENVER.value());
    long epoch = get(store.resume(session(0)));

    var view = rezoned();

    assertThat(view.state()).isEqualTo(RezoningView.State.COMPLETED);
    assertThat(view.contacts()).isEqualTo(2);
    assertThat(view.devices()).isEqualTo(3);
    assertThat(view.changed()).as("303 is Colorado, and has a line type now").isEqualTo(3);
    assertThat(view.records()).isEqualTo(3);
    assertThat(claim(epoch, 9)).as("nobody is in New York any more").isEmpty();
    assertThat(get(store.claim(session(0), new Claim(epoch, List.of(DENVER), NOW, 9))))
        .extracting(r -> r.device().value())
        .containsExactlyInAnyOrder("+12125550101", "+12125550102");
  }

  @Test
  void aRecordThatWaitsForItsOldZoneIsLookedAtAgain() {
    contact(1, 1, null, "+12125550101");
    load(1);
    execute("UPDATE dial_record SET zone_wait = true, ready_at = '2026-03-02T13:00:00Z'");
    mapped("212", DENVER.value());
    rezoned();
    long epoch = get(store.resume(session(0)));
    assertThat(get(store.claim(session(0), new Claim(epoch, List.of(DENVER), NOW, 9)))).hasSize(1);
  }

  @Test
  void aRetryKeepsItsTime() {
    contact(1, 1, null, "+12125550101");
    load(1);
    execute("UPDATE dial_record SET zone_wait = false, ready_at = '2026-03-02T13:00:00Z'");
    mapped("212", DENVER.value());
    rezoned();
    long epoch = get(store.resume(session(0)));
    assertThat(get(store.claim(session(0), new Claim(epoch, List.of(DENVER), NOW, 9)))).isEmpty();
  }

  @Test
  void recordsOfAGroupThatLoadedMeanwhileFollowOnceItHasLoaded() {
    contact(1, 1, null, "+12125550101");
    load(1);
    state(RunState.LOADING);
    mapped("212", DENVER.value());
    get(rezonings.ask(TENANT, LIST, "ops"));
    steps();
    assertThat(view().state()).as("the group is loading").isEqualTo(RezoningView.State.RUNNING);
    execute("UPDATE dial_record SET zone_key = 'America/New_York'");
    state(RunState.RUNNING);
    steps();
    assertThat(view().state()).isEqualTo(RezoningView.State.COMPLETED);
    long epoch = get(store.resume(session(0)));
    assertThat(get(store.claim(session(0), new Claim(epoch, List.of(DENVER), NOW, 9)))).hasSize(1);
  }

  @Test
  void waitsForAnImportThatBeganBefore() {
    contact(1, 1, null, "+12125550101");
    execute(
        "UPDATE import SET state = 'RUNNING', started_at = '2026-03-01T11:59:00Z'"
            + " WHERE import_id = 2");
    get(rezonings.ask(TENANT, LIST, "ops"));
    assertThat(get(worker.step())).isFalse();
    assertThat(view().state()).isEqualTo(RezoningView.State.QUEUED);
    assertThat(get(rezonings.ask(TENANT, LIST, "ops")).id()).isEqualTo(view().id());
    execute("UPDATE import SET state = 'COMPLETED' WHERE import_id = 2");
    steps();
    assertThat(view().state()).isEqualTo(RezoningView.State.COMPLETED);
  }

  @Test
  void aCancelledOneStopsWhereItIsAndADeletedListEndsIt() {
    contact(1, 1, null, "+12125550101");
    mapped("212", DENVER.value());
    var id = get(rezonings.ask(TENANT, LIST, "ops")).id();
    assertThat(get(rezonings.cancel(TENANT, id)).state()).isEqualTo(RezoningView.State.CANCELLED);
    assertThat(get(worker.step())).isFalse();
    get(rezonings.askAll(TENANT, "ops"));
    execute("UPDATE contact_list SET deleted_at = now()");
    steps();
    assertThat(view().state()).isEqualTo(RezoningView.State.CANCELLED);
    assertThat(view().changed()).isZero();
  }

  private RezoningView rezoned() {
    get(rezonings.ask(TENANT, LIST, "ops"));
    steps();
    return view();
  }

  /** The newest. */
  private RezoningView view() {
    return get(rezonings.page(TENANT, LIST, io.beckon.protocol.PageRequest.first())).items().get(0);
  }

  private void steps() {
    int steps = 0;
    while (get(worker.step())) {
      assertThat(steps++).isLessThan(100);
    }
  }

  private void mapped(String areaCode, String zone) {
    var entry = new ZoneMap.Entry("1", areaCode, zone);
    get(new PostgresZoneMaps(database).replace(TENANT, ZoneMap.of(List.of(entry))));
  }

  private void state(RunState state) {
    get(groups.writeBack(new GroupRow(TENANT, group, state, run, 1, settings(), 9, revision++)));
  }

  private long revision = 10;

  private void execute(String sql) {
    database.jdbi().useHandle(h -> h.execute(sql));
  }
}
