package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.CountedLists;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListView;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many devices of a list are where, counted once whenever that may have changed. */
class ListCountsIT {
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void countsWhatReadersSeeAfterImportsReplacementsAndEdits() {
    var list = world.list("counted");
    assertThat(view(list).countedAt()).isNull();
    world.load(
        list,
        """
        phone,mobile,email
        2125550101,+442079460958,
        2125550102,8005550102,a@example.com
        2125550103,,
        """);
    count(Duration.ZERO);
    assertThat(view(list).zones())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("America/New_York", 3L, "Europe/London", 1L, "", 2L));
    assertThat(view(list).lineTypes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("FIXED_LINE_OR_MOBILE", 3L, "FIXED_LINE", 1L, "TOLL_FREE", 1L, "EMAIL", 1L));
    assertThat(listed(list).zones()).isEqualTo(view(list).zones());
    assertThat(listed(list).contacts()).isEqualTo(3);

    add(list, "+13055550109");
    count(Duration.ofMinutes(1));
    assertThat(view(list).lineTypes()).containsEntry("FIXED_LINE_OR_MOBILE", 3L);
    assertThat(view(list).zones()).containsEntry("", 3L);

    remove(list, "+12125550103");
    count(Duration.ofMinutes(2));
    assertThat(view(list).zones()).containsEntry("America/New_York", 2L);

    var replace =
        new ImportOptions(null, null, null, null, null, ImportMode.REPLACE, null, null, null, null);
    world.load(list, "phone\n3125550101\n".getBytes(UTF_8), replace);
    count(Duration.ofMinutes(3));
    assertThat(view(list).zones()).containsOnlyKeys("America/Chicago");
    assertThat(view(list).countedAt()).isAfter(world.clock.instant());
  }

  @Test
  void showsTheCommonestZonesWhereListsAreListedAndAddsUpTheRest() {
    var list = world.list("wide");
    var codes =
        List.of("212", "312", "303", "602", "213", "808", "907", "416", "604", "902", "709");
    var file = new StringBuilder("phone\n");
    for (int c = 0; c < codes.size(); c++) {
      for (int n = 0; n <= codes.size() - c; n++) {
        file.append("+1%s555%04d\n".formatted(codes.get(c), n));
      }
    }
    world.load(list, file.toString());
    count(Duration.ZERO);
    var alone = view(list);
    var listed = listed(list);
    assertThat(alone.otherZones()).isZero();
    assertThat(listed.zones()).hasSize(8);
    assertThat(listed.zones().keySet()).first().isEqualTo("America/New_York");
    long all = alone.zones().values().stream().mapToLong(n -> n).sum();
    long shown = listed.zones().values().stream().mapToLong(n -> n).sum();
    assertThat(all).isEqualTo(alone.contacts());
    assertThat(listed.otherZones()).isPositive().isEqualTo(all - shown);
  }

  @Test
  void aListThatIsEditedAgainAndAgainIsNotCountedEveryTime() {
    var list = world.list("busy");
    world.load(list, "phone\n2125550101\n");
    count(Duration.ZERO);
    add(list, "+12125550102");
    assertThat(now(new CountedLists(world.database, world.clock).step())).isFalse();
    var later = Clock.offset(world.clock, Duration.ofSeconds(10));
    assertThat(now(new CountedLists(world.database, later).step())).isTrue();
    assertThat(view(list).zones().values().stream().mapToLong(n -> n).sum()).isEqualTo(2);
    assertThat(now(new CountedLists(world.database, later).step())).isFalse();
  }

  private static void count(Duration later) {
    var counting = new CountedLists(world.database, Clock.offset(world.clock, later));
    int steps = 0;
    while (now(counting.step())) {
      assertThat(steps++).isLessThan(100);
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

  private static void remove(ListRef list, String device) {
    var search = new ContactSearch(null, device, null, null);
    var found = now(world.contacts.page(TENANT, id(list), search, PageRequest.first())).items();
    now(world.contacts.remove(TENANT, id(list), found.get(0).id(), OptionalLong.empty()));
  }

  private static ContactListView view(ListRef list) {
    return now(world.lists.find(TENANT, id(list))).orElseThrow();
  }

  private static ContactListView listed(ListRef list) {
    return now(world.lists.page(TENANT, null, PageRequest.first())).items().stream()
        .filter(l -> l.id().equals(id(list)))
        .findFirst()
        .orElseThrow();
  }

  private static ContactListId id(ListRef list) {
    return new ContactListId(list.listId());
  }
}
