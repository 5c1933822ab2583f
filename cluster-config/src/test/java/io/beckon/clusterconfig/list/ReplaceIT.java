package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.persistence.list.FlushedContacts;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A list whose contacts are replaced as a whole by those of a file. */
class ReplaceIT {
  private static final ListWorld world = new ListWorld();
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void theListIsTheOldOneUntilTheImportIsCompletedAndThenTheNewOne() {
    var list = listOf(rows(1, 7_000));
    var id = world.submit(list, rows(5_001, 12_000), options(ImportMode.REPLACE));
    for (int kill = 0; kill < 2; kill++) {
      assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads, kill)))
          .failsWithin(Duration.ofSeconds(30));
    }
    assertThat(world.view(id).accepted()).isPositive();
    assertThat(clients(list)).hasSize(7_000).startsWith("c1").endsWith("c7000");
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    assertCounts(world.view(id), 7_000, 7_000, 0);
    assertThat(clients(list)).hasSize(7_000).startsWith("c5001").endsWith("c12000");
    assertThat(contacts(list)).isEqualTo(7_000);
    assertThat(stored(list)).as("nothing was deleted one by one yet").isEqualTo(14_000);
    sweep();
    assertThat(stored(list)).isEqualTo(7_000);
    assertThat(clients(list)).hasSize(7_000);
  }

  @Test
  void whatWasFlushedIsNoDuplicateAndNoKeyWhetherItIsSweptOrNot() {
    var list = listOf("phone,client id\n2025550101,A\n2025550102,B\n".getBytes(UTF_8));
    assertCounts(load(list, ImportMode.REPLACE, "phone,client id\n2025550101,A\n"), 1, 1, 0);
    assertCounts(load(list, ImportMode.APPEND, "phone,client id\n2025550102,B\n"), 1, 1, 0);
    load(list, ImportMode.REPLACE, "phone,client id\n2025550103,C\n2025550103,D\n");
    var view = load(list, ImportMode.UPDATE, "phone,client id,first name\n2025550102,B,Bea\n");
    assertCounts(view, 1, 1, 0);
    assertThat(clients(list)).containsExactly("C", "B");
    sweep();
    assertThat(clients(list)).containsExactly("C", "B");
    assertThat(stored(list)).isEqualTo(2);
    assertCounts(load(list, ImportMode.APPEND, "phone,client id\n2025550102,B\n"), 1, 0, 1);
  }

  @Test
  void contactsAddedSinglyGoTooAndMayComeAgain() {
    var list = listOf("phone\n2025550101\n".getBytes(UTF_8));
    add(list, "+12025550109");
    load(list, ImportMode.REPLACE, "phone\n2025550102\n");
    assertThat(devices(list)).containsExactly("+12025550102");
    add(list, "+12025550109");
    assertThat(devices(list)).containsExactly("+12025550102", "+12025550109");
    assertThat(contacts(list)).isEqualTo(2);
    sweep();
    assertThat(devices(list)).containsExactly("+12025550102", "+12025550109");
  }

  @Test
  void aCancelledOrFailedReplacementLeavesTheListAsItWas() {
    var list = listOf("phone\n2025550101\n".getBytes(UTF_8));
    var id = world.submit(list, rows(1, 6_000), options(ImportMode.REPLACE));
    assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads, 1)))
        .failsWithin(Duration.ofSeconds(30));
    now(world.imports.cancel(TENANT, id));
    assertThat(devices(list)).containsExactly("+12025550101");
    assertThat(load(list, ImportMode.REPLACE, "name\nx\n").state()).isEqualTo(ImportState.FAILED);
    assertThat(devices(list)).containsExactly("+12025550101");
  }

  private static byte[] rows(int from, int till) {
    var text = new StringBuilder("phone,client id\n");
    for (int i = from; i <= till; i++) {
      text.append(2_022_000_000L + i).append(",c").append(i).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static void sweep() {
    var sweep = new FlushedContacts(world.database);
    int steps = 0;
    while (now(sweep.step())) {
      assertThat(steps++).isLessThan(1_000);
    }
  }

  private static void add(ListRef list, String device) {
    var cooked = new CookedDevice("", device, "US", null, ZoneKey.UNKNOWN);
    now(
        world.contacts.add(
            TENANT,
            id(list),
            new CookedContact(
                1, 1, null, null, null, null, null, null, null, null, null, List.of(cooked))));
  }

  private static ListRef listOf(byte[] file) {
    var list = world.list("replace" + lists++);
    assertThat(world.load(list, file, ImportOptions.USUAL).state())
        .isEqualTo(ImportState.COMPLETED);
    return list;
  }

  private static ImportView load(ListRef list, ImportMode mode, String text) {
    return world.load(list, text.getBytes(UTF_8), options(mode));
  }

  private static ImportOptions options(ImportMode mode) {
    return new ImportOptions(null, null, null, null, null, mode, null, null, null, null);
  }

  private static ContactListId id(ListRef list) {
    return new ContactListId(list.listId());
  }

  private static List<ContactView> all(ListRef list) {
    var found = new ArrayList<ContactView>();
    String cursor = null;
    do {
      var next = new PageRequest(PageRequest.MAX_LIMIT, cursor);
      var page = now(world.contacts.page(TENANT, id(list), ContactSearch.ALL, next));
      found.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  private static List<String> clients(ListRef list) {
    return all(list).stream().map(ContactView::clientId).toList();
  }

  private static List<String> devices(ListRef list) {
    return all(list).stream().map(c -> c.devices().get(0).value()).toList();
  }

  private static long contacts(ListRef list) {
    return now(world.lists.find(TENANT, id(list))).orElseThrow().contacts();
  }

  private static long stored(ListRef list) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM device_" + list.listId())
                    .mapTo(Long.class)
                    .one());
  }

  private static void assertCounts(ImportView view, long rows, long accepted, long duplicates) {
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(List.of(view.rowsRead(), view.accepted(), view.duplicates()))
        .as("rows, accepted, duplicates")
        .containsExactly(rows, accepted, duplicates);
  }
}
