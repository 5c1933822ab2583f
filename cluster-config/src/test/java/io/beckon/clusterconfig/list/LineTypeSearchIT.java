package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People of a list found by what kind of line their phones are. */
class LineTypeSearchIT {
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void findsWhoHasAPhoneOfThatTypeTogetherWithTheOtherFilters() {
    var list = world.list("found");
    world.load(
        list,
        """
        client id,first name,phone,mobile,email
        A,Ann,2125550101,+447400123456,ann@example.com
        B,Bob,8005550102,8005550103,
        C,Cy,+447400123457,,
        D,Di,,,di@example.com
        """);
    assertThat(found(list, null, null, LineType.MOBILE)).containsExactly("A", "C");
    assertThat(found(list, null, null, LineType.TOLL_FREE)).containsExactly("B");
    assertThat(found(list, null, null, LineType.FIXED_LINE_OR_MOBILE)).containsExactly("A");
    assertThat(found(list, null, null, LineType.PAGER)).isEmpty();
    assertThat(found(list, "2125550101", null, LineType.MOBILE)).containsExactly("A");
    assertThat(found(list, "2125550101", null, LineType.TOLL_FREE)).isEmpty();
    assertThat(found(list, null, "cy", LineType.MOBILE)).containsExactly("C");
    assertThat(found(list, null, "ann", LineType.TOLL_FREE)).isEmpty();
  }

  @Test
  void goesThroughAllOfThemPageByPageAndOnce() {
    var list = world.list("paged");
    var file = new StringBuilder("client id,phone,mobile\n");
    for (int n = 0; n < 90; n++) {
      var mobiles = n % 3 == 0 ? "+447400123%03d,+447400124%03d".formatted(n, n) : "212555%04d,";
      file.append(n).append(',').append(mobiles.formatted(n)).append('\n');
    }
    world.load(list, file.toString());
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var search = new ContactSearch(null, null, null, null, LineType.MOBILE);
      var page = now(world.contacts.page(TENANT, id(list), search, new PageRequest(7, cursor)));
      assertThat(page.items()).hasSizeBetween(1, 7);
      page.items().forEach(c -> seen.add(c.clientId()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    assertThat(seen).allSatisfy(id -> assertThat(Integer.parseInt(id) % 3).isZero());
  }

  @Test
  void doesNotSeeWhatAReplacementTookAway() {
    var list = world.list("replaced");
    world.load(list, "client id,phone\nold,+447400123456\n");
    var replace =
        new ImportOptions(null, null, null, null, null, ImportMode.REPLACE, null, null, null, null);
    world.load(list, "client id,phone\nnew,+447400123457\n".getBytes(UTF_8), replace);
    assertThat(found(list, null, null, LineType.MOBILE)).containsExactly("new");
  }

  private static List<String> found(
      ListRef list, @Nullable String device, @Nullable String any, LineType type) {
    var search = new ContactSearch(null, device, null, any, type);
    return now(world.contacts.page(TENANT, id(list), search, PageRequest.first())).items().stream()
        .map(ContactView::clientId)
        .toList();
  }

  private static ContactListId id(ListRef list) {
    return new ContactListId(list.listId());
  }
}
