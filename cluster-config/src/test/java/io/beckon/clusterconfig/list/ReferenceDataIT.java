package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.persistence.reference.PostgresReferenceVersions;
import io.beckon.persistence.reference.PostgresZoneMaps;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.reference.DataId;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.reference.ReferenceVersion;
import io.beckon.protocol.reference.ReferenceVersions;
import io.beckon.protocol.reference.ZoneMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reference data from files: looked over, kept, swapped and rolled back. */
class ReferenceDataIT {
  private static final String HEAD = "kind,country,prefix,zones,state,lineType\n";
  private static final String FIRST =
      "beckon-reference-data,1,2026-11,2026-11-01\n"
          + HEAD
          + """
          # a block of mobiles, and a town on the other side of the border
          NUMBER,,1212555,,,MOBILE
          NUMBER,,1850555,America/Chicago,AL,
          NUMBER,,1900,,,
          NUMBER,,1305900,,,PREMIUM_RATE
          POSTAL,US,32501,America/Chicago,FL,
          POSTAL,US,3,America/New_York,,
          POSTAL,GB,SW1,Europe/London,,
          """;

  private final ListWorld world = new ListWorld();
  private final PostgresReferenceVersions versions =
      new PostgresReferenceVersions(world.database, world.clock);
  private final PostgresLocators locators = new PostgresLocators(world.database);

  @AfterEach
  void down() {
    world.close();
  }

  @Test
  void whatIsActiveHoldsForLoadsOfEveryNodeAndIsRolledBack() throws IOException {
    var elsewhere = new PostgresLocators(world.database);
    var first = add(FIRST, false);
    assertThat(first.active()).isFalse();
    assertThat(first.numbers()).isEqualTo(4);
    assertThat(first.postalCodes()).isEqualTo(3);
    assertThat(zones(load("before", "phone\n8505550123\n", locators)))
        .containsEntry("+18505550123", "America/Chicago|America/New_York");

    assertThat(now(versions.activate(first.id(), "ops")).active()).isTrue();
    for (Locators node : List.of(locators, elsewhere)) {
      var list = load("with" + node.hashCode(), "phone\n8505550123\n2125550123\n", node);
      assertThat(zones(list))
          .containsEntry("+18505550123", "America/Chicago")
          .containsEntry("+12125550123", "America/New_York");
      assertThat(devices(list))
          .extracting(ContactView.DeviceView::lineType)
          .containsExactly(LineType.FIXED_LINE_OR_MOBILE, LineType.MOBILE);
    }

    now(versions.activate(DataId.BUNDLED, "ops"));
    assertThat(zones(load("after", "phone\n8505550123\n", elsewhere)))
        .containsEntry("+18505550123", "America/Chicago|America/New_York");
    assertThat(now(versions.page(PageRequest.first())).items())
        .extracting(v -> v.id() + " " + v.active())
        .containsExactly(first.id() + " false", "bundled true");
  }

  @Test
  void rejectsWhatTheDataCallsPremiumRate() throws IOException {
    now(versions.activate(add(FIRST, false).id(), "ops"));
    var list = world.list("premium");
    var view = loaded(list, "phone\n3059001234\n3055550123\n", ImportOptions.USUAL, locators);
    assertThat(view.accepted()).isEqualTo(1);
    assertThat(world.issues(view, false))
        .extracting(i -> i.row() + " " + i.code())
        .containsExactly("1 PREMIUM_RATE");
  }

  @Test
  void aPostalCodeAddsItsZonesAndNarrowsNothing() throws IOException {
    now(versions.activate(add(FIRST, false).id(), "ops"));
    var list =
        load(
            "postal",
            """
            phone,postal code,country,time zone
            2125550123,32501-1234,,
            2125550124,33101,,
            2125550125,00000,,
            2125550126,sw1a 1aa,GB,
            8005550127,33101,,
            2125550128,32501,,America/Denver
            """,
            locators);
    assertThat(zones(list))
        .containsEntry("+12125550123", "America/Chicago|America/New_York")
        .containsEntry("+12125550124", "America/New_York")
        .containsEntry("+12125550125", "America/New_York")
        .containsEntry("+18005550127", "America/New_York")
        .containsEntry("+12125550128", "America/Chicago|America/Denver|America/New_York");
  }

  @Test
  void theTenantsOwnMapGoesFirstAndAnUpdateKeepsPostalCodesTrue() throws IOException {
    now(versions.activate(add(FIRST, false).id(), "ops"));
    new PostgresZoneMaps(world.database)
        .replace(
            TENANT,
            ZoneMap.of(
                List.of(
                    new ZoneMap.Entry("1", "850", "America/New_York"),
                    new ZoneMap.Entry("1", "", "America/Denver"),
                    new ZoneMap.Entry("1", "800", "America/Phoenix"))))
        .toCompletableFuture()
        .join();
    var file =
        "client id,phone,time zone\nA,8505550123,America/Chicago\nB,2125550123,\nC,8005550123,\n"
            + "D,+442079460958,\n";
    var list = load("mapped", file, locators);
    assertThat(zones(list))
        .containsEntry("+18505550123", "America/New_York")
        .containsEntry("+12125550123", "America/Denver")
        .containsEntry("+18005550123", "America/Phoenix")
        .containsEntry("+442079460958", "Europe/London");

    var update =
        new ImportOptions(null, null, null, null, null, ImportMode.UPDATE, null, null, null, null);
    loaded(list, "client id,postal code,country\nA,32501,US\nD,32501,US\n", update, locators);
    assertThat(zones(list))
        .containsEntry("+18505550123", "America/New_York")
        .containsEntry("+442079460958", "America/Chicago|Europe/London");
  }

  @Test
  void refusesWhatIsWrongWithItsLineAndWhatIsTooSmall() throws IOException {
    var bad =
        "beckon-reference-data,1,x,2026-11-01\n"
            + HEAD
            + "NUMBER,,1212,America/Atlantis,,\nNUMBER,,12x,,,\nPOSTAL,XX,1,Europe/Paris,,\n";
    assertThatThrownBy(() -> add(bad, true))
        .hasMessageContaining("Line 3 must name IANA zones joined by |, has America/Atlantis")
        .hasMessageContaining("Line 4 must name a prefix")
        .hasMessageContaining("Line 5 must name a country");
    assertThatThrownBy(
            () ->
                add(
                    "beckon-reference-data,1,x,2026-11-01\n"
                        + HEAD
                        + "NUMBER,,1212,,,\nNUMBER,,1212,,,\n",
                    true))
        .hasMessageContaining("names the prefix 1212 twice");
    now(versions.activate(add(FIRST, false).id(), "ops"));
    var small = "beckon-reference-data,1,2026-12,2026-12-01\n" + HEAD + "NUMBER,,1,,,\n";
    assertThatThrownBy(() -> add(small, false)).hasMessageContaining("less than half");
    assertThat(add(small, true).version()).isEqualTo("2026-12");
  }

  private ReferenceVersion add(String content, boolean force) throws IOException {
    var file = Files.writeString(Files.createTempFile("reference", ".csv"), content);
    return now(
        versions.add(
            new ReferenceVersions.NewFile(
                file, ReferenceVersion.Source.FILE, "data.csv", "ops", force)));
  }

  private ListRef load(String name, String file, Locators with) {
    var list = world.list(name);
    loaded(list, file, ImportOptions.USUAL, with);
    return list;
  }

  private ImportView loaded(ListRef list, String file, ImportOptions options, Locators with) {
    var id = world.submit(list, file.getBytes(StandardCharsets.UTF_8), options);
    now(world.run(world.begin(list, id), world.loads, with));
    return world.view(id);
  }

  private Map<String, String> zones(ListRef list) {
    return devices(list).stream()
        .collect(Collectors.toMap(ContactView.DeviceView::value, d -> String.join("|", d.zones())));
  }

  private List<ContactView.DeviceView> devices(ListRef list) {
    return now(
            world.contacts.page(
                TENANT,
                new ContactListId(list.listId()),
                ContactSearch.ALL,
                new PageRequest(100, null)))
        .items()
        .stream()
        .flatMap(c -> c.devices().stream())
        .toList();
  }
}
