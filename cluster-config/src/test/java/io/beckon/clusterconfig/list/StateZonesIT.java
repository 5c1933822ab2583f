package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.PostgresRezonings;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.RezoningView.State;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A contact's state among the zones of their devices: imported, updated and found out anew. */
class StateZonesIT {
  private static final String FLORIDA = "America/Chicago|America/New_York";
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void addsAllZonesOfTheStateAtImport() {
    var list = world.list("imported");
    var view =
        world.load(
            list,
            """
            phone,state,time zone,country
            2125550101,FL,,
            2125550102,NY,,
            2125550103,FL,America/Denver,
            8005550104,AZ,,
            8005550105,Puerto Rico,,
            8005550106,ON,,CA
            8005550107,BY,,DE
            """);
    assertThat(view.accepted()).isEqualTo(7);
    assertThat(zones(list))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "+12125550101", FLORIDA,
                "+12125550102", "America/New_York",
                "+12125550103", "America/Chicago|America/Denver|America/New_York",
                "+18005550104", "America/Denver|America/Phoenix",
                "+18005550105", "America/Puerto_Rico",
                "+18005550106", "America/Atikokan|America/Toronto|America/Winnipeg",
                "+498005550107", ""));
  }

  @Test
  void followsAnUpdateOfTheState() {
    var list = world.list("updated");
    world.load(list, "client id,phone,state\nA,2125550101,\nB,2125550102,FL\n");
    var update =
        new ImportOptions(null, null, null, null, null, ImportMode.UPDATE, null, null, null, null);
    var file = "client id,state,last name\nA,IN,\nB,,Lee\n".getBytes(UTF_8);
    assertThat(world.load(list, file, update).updated()).isEqualTo(2);
    assertThat(zones(list))
        .containsEntry("+12125550101", "America/Chicago|America/New_York")
        .containsEntry("+12125550102", FLORIDA);
  }

  @Test
  void isTakenInWhenAListIsRezoned() {
    var list = world.list("rezoned");
    world.load(list, "phone,state\n2125550101,FL\n2125550102,\n");
    world
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE device SET zone_key = 'America/New_York' WHERE list_id = ?",
                    list.listId()));
    var rezonings = new PostgresRezonings(world.database, world.clock);
    var id = now(rezonings.ask(TENANT, new ContactListId(list.listId()), "ops")).id();
    var lists = new RezonedLists(world.database, new PostgresLocators(world.database), world.clock);
    for (int steps = 0; now(lists.step()); steps++) {
      assertThat(steps).isLessThan(100);
    }
    var view = now(rezonings.find(TENANT, id)).orElseThrow();
    assertThat(view.state()).isEqualTo(State.COMPLETED);
    assertThat(view.changed()).isEqualTo(1);
    assertThat(zones(list))
        .containsEntry("+12125550101", FLORIDA)
        .containsEntry("+12125550102", "America/New_York");
  }

  private static Map<String, String> zones(ListRef list) {
    return world
        .database
        .jdbi()
        .withHandle(
            h -> {
              Map<String, String> zones = new TreeMap<>();
              h.createQuery("SELECT value, zone_key FROM device WHERE list_id = ?")
                  .bind(0, list.listId())
                  .map((row, ctx) -> zones.put(row.getString(1), row.getString(2)))
                  .list();
              return zones;
            });
  }
}
