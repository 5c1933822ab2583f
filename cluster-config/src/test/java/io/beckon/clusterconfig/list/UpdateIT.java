package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row whose key is on the list changes that contact; other rows come to the list. */
class UpdateIT {
  private static final ListWorld world = new ListWorld();
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void replacesGivenFieldsAndKeepsBlankOnesAndMissingColumns() {
    var list =
        listOf(
            """
            phone,mobile,client id,first name,last name,Plan,Pet
            2025550101,2025550102,A,Ann,Lee,gold,cat
            2025550103,,B,Bob,Ray,gold,
            """);
    var before = byClient(list);
    var view =
        load(
            list,
            null,
            """
            client id,phone,first name,last name,Plan
            A,2125550109,,Leigh,silver
            B,,Rob,,
            C,2025550104,Cleo,,
            """);
    assertCounts(view, 3, 1, 2, 0, 0);
    var after = byClient(list);
    assertThat(after.get("A").id()).isEqualTo(before.get("A").id());
    assertThat(after.get("A").firstName()).isEqualTo("Ann");
    assertThat(after.get("A").lastName()).isEqualTo("Leigh");
    assertThat(after.get("A").other()).isEqualTo(Map.of("Plan", "silver", "Pet", "cat"));
    assertThat(values(after.get("A"))).containsExactly("+12125550109");
    assertThat(after.get("A").devices().get(0).state()).isEqualTo("NY");
    assertThat(after.get("B").firstName()).isEqualTo("Rob");
    assertThat(after.get("B").lastName()).isEqualTo("Ray");
    assertThat(values(after.get("B"))).containsExactly("+12025550103");
    assertThat(after.get("C").firstName()).isEqualTo("Cleo");
    assertThat(tables(view)).isEmpty();
  }

  @Test
  void aPostalCodeChangesWhereThePersonIsUnlessAZoneIsGiven() {
    var list =
        listOf(
            """
            phone,client id,postal code,time zone
            2125550101,A,90001,
            2125550102,B,90001,America/Denver
            2125550103,C,,
            """);
    assertThat(byClient(list).get("A").zones()).containsExactly("America/Los_Angeles");
    assertThat(byClient(list).get("B").zones()).containsExactly("America/Denver");
    assertThat(byClient(list).get("C").zones()).isEmpty();

    load(list, null, "client id,postal code,last name\nA,,Lee\nB,10001,\nC,32321,\n");

    var after = byClient(list);
    assertThat(after.get("A").zones()).as("as it was").containsExactly("America/Los_Angeles");
    assertThat(after.get("B").zones()).containsExactly("America/Denver");
    assertThat(after.get("C").zones()).containsExactly("America/Chicago", "America/New_York");
    load(list, null, "client id,time zone\nC,America/Phoenix\n");
    assertThat(byClient(list).get("C").zones()).containsExactly("America/Phoenix");
  }

  @Test
  void aFileNeedNotHaveDevicesUnlessItsRowsAreNew() {
    var list = listOf("phone,client id,Plan\n2025550101,A,gold\n");
    var view = load(list, null, "client id,Plan\nA,silver\nZ,gold\n,gold\n");
    assertCounts(view, 3, 0, 1, 0, 2);
    assertThat(byClient(list).get("A").other()).containsEntry("Plan", "silver");
    assertThat(world.report(view, ImportReport.REJECTS))
        .extracting(i -> i.row() + " " + i.code())
        .containsExactly("2 NO_DEVICE", "3 NO_DEVICE");
  }

  @Test
  void findsContactsByDevice() {
    var list =
        listOf("phone,mobile,client id\n2025550101,2025550102,A\n2025550103,,B\n2025550104,,C\n");
    var view =
        load(
            list,
            "device",
            """
            phone,mobile,first name
            2025550109,2025550102,Ann
            2025550103,2025550104,Bob
            2025550105,,New
            2025550101,,Again
            2025550105,,Again
            """);
    assertCounts(view, 5, 1, 2, 2, 0);
    var after = byClient(list);
    assertThat(values(after.get("A"))).containsExactly("+12025550109", "+12025550102");
    assertThat(values(after.get("B"))).as("C keeps its own").containsExactly("+12025550103");
    assertThat(values(after.get("C"))).containsExactly("+12025550104");
    assertThat(world.report(view, ImportReport.DUPLICATES))
        .extracting(i -> i.row() + " " + i.code() + " " + i.reason())
        .containsExactly(
            "4 DUPLICATE_KEY is in row 1 already", "5 DUPLICATE_KEY is in row 3 already");
    assertThat(world.report(view, ImportReport.WARNINGS))
        .singleElement()
        .satisfies(i -> assertThat(i.row()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Account", "Account no. (it's 'new'; \\x <a> :b ?)", "Kundé ☎"})
  void findsContactsByAnyColumn(String column) {
    var list = listOf("phone," + column + "\n2025550101,x:1\n2025550102,x:2\n2025550103,\n");
    var view = load(list, column, column + ",first name,phone\nx:2,Bea,\nx:3,Cid,2025550104\n");
    assertCounts(view, 2, 1, 1, 0, 0);
    assertThat(all(list))
        .extracting(c -> c.other().get(column) + " " + c.firstName())
        .containsExactly("x:1 null", "x:2 Bea", "null null", "x:3 Cid");
    var again = load(list, column, column + ",last name\nx:3,Ray\n");
    assertCounts(again, 1, 0, 1, 0, 0);
  }

  @Test
  void failsAFileWithoutItsKey() {
    var list = listOf("phone\n2025550101\n");
    assertThat(load(list, null, "phone\n2025550101\n").error().code()).isEqualTo("NO_KEY_COLUMN");
    assertThat(load(list, "Account", "phone,account\n2025550101,1\n").error().code())
        .isEqualTo("NO_KEY_COLUMN");
  }

  @Test
  void changesTheFirstOfSeveralContactsWithOneKey() {
    var list = world.list("shared");
    world.load(
        list,
        "phone,client id,first name\n2025550101,A,Ann\n2025550102,A,Amy\n".getBytes(UTF_8),
        new ImportOptions(null, null, null, null, Dedupe.DEVICE, null, null, null, null, null));
    load(list, null, "client id,first name\nA,Zoe\n");
    assertThat(all(list)).extracting(ContactView::firstName).containsExactly("Zoe", "Amy");
  }

  @Test
  void keepsZonesTrueWhenEitherZoneOrDeviceChanges() {
    var list =
        listOf("phone,client id,tz\n2125550101,A,America/Chicago\n2125550102,B,America/Chicago\n");
    load(list, null, "client id,phone,tz\nA,4155550103,\nB,,America/Denver\n");
    var after = byClient(list);
    assertThat(after.get("A").devices().get(0).zones())
        .containsExactly("America/Chicago", "America/Los_Angeles");
    assertThat(after.get("B").devices().get(0).zones())
        .containsExactly("America/Denver", "America/New_York");
  }

  private static ListRef listOf(String text) {
    var list = world.list("update" + lists++);
    assertThat(world.load(list, text).state()).isEqualTo(ImportState.COMPLETED);
    return list;
  }

  private static ImportView load(ListRef list, String key, String text) {
    return world.load(list, text.getBytes(UTF_8), options(key));
  }

  private static ImportOptions options(String key) {
    return new ImportOptions(
        null, null, null, null, null, ImportMode.UPDATE, key, null, null, null);
  }

  private static List<ContactView> all(ListRef list) {
    return now(world.contacts.page(
            ListWorld.TENANT,
            new ContactListId(list.listId()),
            ContactSearch.ALL,
            PageRequest.first()))
        .items();
  }

  private static Map<String, ContactView> byClient(ListRef list) {
    return all(list).stream().collect(Collectors.toMap(ContactView::clientId, Function.identity()));
  }

  private static List<String> values(ContactView contact) {
    return contact.devices().stream().map(ContactView.DeviceView::value).toList();
  }

  private static List<String> tables(ImportView view) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT relname FROM pg_class WHERE relname LIKE :name")
                    .bind("name", "%_change_" + view.id())
                    .mapTo(String.class)
                    .list());
  }

  private static void assertCounts(
      ImportView view, long rows, long accepted, long updated, long duplicates, long rejected) {
    assertThat(view.error()).isNull();
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(
            List.of(
                view.rowsRead(),
                view.accepted(),
                view.updated(),
                view.duplicates(),
                view.rejected()))
        .as("rows, accepted, updated, duplicates, rejected")
        .containsExactly(rows, accepted, updated, duplicates, rejected);
  }
}
