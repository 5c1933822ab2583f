package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.list.PostgresRezonings;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.persistence.reference.PostgresZoneMaps;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.RezoningId;
import io.beckon.protocol.list.RezoningView;
import io.beckon.protocol.list.RezoningView.State;
import io.beckon.protocol.reference.ZoneMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Lists whose zones are found out anew, whoever dies meanwhile. */
class RezoneIT {
  private static final int CONTACTS = 60_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ListWorld world = new ListWorld();
  private static final PostgresRezonings rezonings =
      new PostgresRezonings(world.database, world.clock);

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void goesOnWhereItWasKilledAndCountsEveryContactOnce() throws Exception {
    var list = world.list("killed");
    var file = new StringBuilder("phone,mobile,postal code,time zone\n");
    for (int i = 0; i < CONTACTS; i++) {
      file.append("+1%s%07d,".formatted(i % 3 == 0 ? "850" : "212", 5_000_000 + i));
      file.append(i % 2 == 0 ? "+1305%07d".formatted(5_000_000 + i) : "").append(",,");
      file.append(i % 5 == 0 ? "America/Denver\n" : "\n");
    }
    world.load(list, file.toString());
    map("850", "America/Chicago");
    var id = now(rezonings.ask(TENANT, new ContactListId(list.listId()), "ops")).id();
    for (int kill = 1; kill <= 3; kill++) {
      var worker = RezoneProcess.start(world);
      long far = (long) CONTACTS * kill / 5;
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> view(id).contacts() >= far || !worker.isAlive());
      worker.destroyForcibly().waitFor();
      assertThat(view(id).state()).isEqualTo(State.RUNNING);
    }
    assertThat(RezoneProcess.start(world).waitFor()).isZero();

    var view = view(id);
    assertThat(view.state()).isEqualTo(State.COMPLETED);
    assertThat(view.contacts()).isEqualTo(CONTACTS).isEqualTo(view.contactsTotal());
    assertThat(view.devices()).isEqualTo(CONTACTS + CONTACTS / 2);
    assertThat(view.changed()).as("every 850, whatever else is given").isEqualTo(CONTACTS / 3);
    assertThat(zones(list.listId()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "America/Chicago", 20_000L,
                "America/New_York", 56_000L,
                "America/Denver|America/New_York", 14_000L));
  }

  @Test
  void filesThatCameBeforeLineTypesWereKeptGetThem() {
    var list = world.list("old");
    world.load(list, "phone\n+447400123456\n");
    world
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("UPDATE device_%d SET line_type = NULL".formatted(list.listId())));
    now(rezonings.ask(TENANT, new ContactListId(list.listId()), "ops"));
    var worker =
        new RezonedLists(world.database, new PostgresLocators(world.database), world.clock);
    while (now(worker.step())) {
      Thread.onSpinWait();
    }
    var type =
        world
            .database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("SELECT line_type FROM device WHERE list_id = ?")
                        .bind(0, list.listId())
                        .mapTo(String.class)
                        .one());
    assertThat(type).isEqualTo("M");
  }

  private static RezoningView view(RezoningId id) {
    return now(rezonings.find(TENANT, id)).orElseThrow();
  }

  private static void map(String areaCode, String zone) {
    var entry = new ZoneMap.Entry("1", areaCode, zone);
    now(new PostgresZoneMaps(world.database).replace(TENANT, ZoneMap.of(List.of(entry))));
  }

  private static Map<String, Long> zones(long list) {
    Map<String, Long> zones = new TreeMap<>();
    world
        .database
        .jdbi()
        .useHandle(
            h ->
                h.createQuery("SELECT zone_key, count(*) FROM device WHERE list_id = ? GROUP BY 1")
                    .bind(0, list)
                    .map((row, ctx) -> zones.put(row.getString(1), row.getLong(2)))
                    .list());
    return zones;
  }
}
