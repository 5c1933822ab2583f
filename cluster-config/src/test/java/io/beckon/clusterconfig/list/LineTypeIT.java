package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import akka.stream.javadsl.Sink;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What kind of line a number is: kept with every device, and premium-rate numbers told apart. */
class LineTypeIT {
  private static final String MIXED =
      """
      phone,mobile,email
      2125550101,,
      +447400123456,+442079460958,
      8005550103,,
      9005550104,,
      2125550105,+449098790123,
      12345,,
      ,,someone@example.com
      """;

  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void keepsTheLineTypeOfEveryDeviceAndRejectsPremiumRate() {
    var list = world.list("types");
    var view = world.load(list, MIXED);
    assertThat(view.accepted()).isEqualTo(5);
    assertThat(view.rejected()).isEqualTo(2);
    assertThat(world.issues(view, false))
        .extracting(i -> i.row() + " " + i.code())
        .containsExactly("4 PREMIUM_RATE", "6 INVALID_PHONE");
    assertThat(world.issues(view, true))
        .extracting(i -> i.row() + " " + i.column() + " " + i.code())
        .containsExactly("5 mobile PREMIUM_RATE");
    assertThat(types(list))
        .containsEntry("+12125550101", LineType.FIXED_LINE_OR_MOBILE)
        .containsEntry("+447400123456", LineType.MOBILE)
        .containsEntry("+442079460958", LineType.FIXED_LINE)
        .containsEntry("+18005550103", LineType.TOLL_FREE)
        .hasSize(5);
    assertThat(contacts(list)).last().satisfies(c -> assertThat(lineType(c)).isNull());
  }

  @Test
  void loadsPremiumRateWhereTheImportSaysSo() {
    var list = world.list("premium");
    var options =
        new ImportOptions(null, null, null, null, null, null, null, null, null, null, Boolean.TRUE);
    var view = world.load(list, MIXED.getBytes(StandardCharsets.UTF_8), options);
    assertThat(view.accepted()).isEqualTo(6);
    assertThat(types(list))
        .containsEntry("+19005550104", LineType.PREMIUM_RATE)
        .containsEntry("+449098790123", LineType.PREMIUM_RATE);
  }

  @Test
  void keepsTheTypeWhenAnUpdateChangesOnlyTheZone() {
    var list = world.list("updated");
    world.load(list, "client id,phone\nA,+447400123456\n");
    var update =
        new ImportOptions(null, null, null, null, null, ImportMode.UPDATE, null, null, null, null);
    var file = "client id,time zone\nA,Europe/Paris\n".getBytes(StandardCharsets.UTF_8);
    assertThat(world.load(list, file, update).updated()).isEqualTo(1);
    var device = contacts(list).get(0).devices().get(0);
    assertThat(device.lineType()).isEqualTo(LineType.MOBILE);
    assertThat(device.zones()).contains("Europe/Paris", "Europe/London");
  }

  @Test
  void exportsTheType() {
    var list = world.list("exported");
    world.load(list, "phone,mobile\n+447400123456,8005550103\n");
    var columns = ExportColumn.parse("device1,device1LineType,device2LineType", false);
    var file =
        now(
            world
                .contacts
                .export(
                    TENANT,
                    new ContactListId(list.listId()),
                    new ExportWish(columns, ExportOptions.USUAL, null),
                    rows -> {})
                .runWith(Sink.seq(), world.kit.system()));
    assertThat(file.stream().map(b -> b.utf8String()).collect(Collectors.joining()))
        .isEqualTo("device1,device1 line type,device2 line type\n+447400123456,MOBILE,TOLL_FREE\n");
  }

  private static Map<String, LineType> types(ListRef list) {
    return contacts(list).stream()
        .flatMap(c -> c.devices().stream())
        .filter(d -> d.lineType() != null)
        .collect(Collectors.toMap(ContactView.DeviceView::value, ContactView.DeviceView::lineType));
  }

  private static LineType lineType(ContactView contact) {
    return contact.devices().get(0).lineType();
  }

  private static List<ContactView> contacts(ListRef list) {
    return now(world.contacts.page(
            TENANT,
            new ContactListId(list.listId()),
            ContactSearch.ALL,
            new PageRequest(100, null)))
        .items();
  }
}
