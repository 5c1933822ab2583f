package io.beckon.persistence.dialing;

import static io.beckon.protocol.campaign.TimeZoneSource.CONTACT;
import static io.beckon.protocol.campaign.TimeZoneSource.CONTACT_AND_DEVICE;
import static io.beckon.protocol.campaign.TimeZoneSource.CONTACT_THEN_DEVICE;
import static io.beckon.protocol.campaign.TimeZoneSource.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.PostgresRezonings;
import io.beckon.persistence.list.RezonedLists;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.persistence.reference.PostgresLocators;
import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.ContactTimes.Whereabouts;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.reference.Locator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose zones a group's window looks at, from the list to the claim and what is checked of it. */
class ContactZonesIT extends DialRows {
  private static final ContactListId LIST = new ContactListId(1);
  private static final ZoneKey BOTH = new ZoneKey("America/Los_Angeles|America/New_York");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("phone", ColumnRole.PHONE),
          new Column("zip", ColumnRole.POSTAL_CODE),
          new Column("tz", ColumnRole.TIME_ZONE));

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final PostgresContacts contacts =
      new PostgresContacts(database, new CopySource(database, 1), clock);

  @BeforeEach
  void quiet() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("SELECT setval(pg_get_serial_sequence('import', 'import_id'), 10)");
              h.execute("SELECT setval('contact_id_seq', 1000)");
              h.execute("UPDATE import SET state = 'CANCELLED' WHERE import_id = 2");
            });
  }

  @Test
  void aPersonOfLosAngelesWithANumberOfNewYorkIsCalledWhenTheSourceOfTheWindowSaysSo() {
    add("2125550101", "90001", "");
    load(1);
    var record = claimed(BOTH);

    assertThat(record.contactZones().value()).isEqualTo("America/Los_Angeles");
    assertThat(open(record, "08:00", "20:00", "2026-03-02T13:30:00Z"))
        .as("08:30 in New York is 05:30 in Los Angeles")
        .isEmpty();
    assertThat(open(record, "09:00", "12:00", "2026-03-02T17:30:00Z"))
        .as("12:30 in New York, 09:30 in Los Angeles")
        .containsExactlyInAnyOrder(CONTACT, CONTACT_THEN_DEVICE);
    assertThat(open(record, "12:00", "13:00", "2026-03-02T20:30:00Z"))
        .as("15:30 in New York, 12:30 in Los Angeles")
        .containsExactlyInAnyOrder(CONTACT, CONTACT_THEN_DEVICE);
    assertThat(open(record, "09:00", "20:00", "2026-03-02T17:30:00Z"))
        .as("where both are open nobody minds")
        .containsExactlyInAnyOrder(TimeZoneSource.values());
  }

  @Test
  void aZoneThatIsGivenGoesBeforeThePostalCode() {
    add("2125550101", "90001", "America/Denver");
    load(1);
    var record = claimed(new ZoneKey("America/Denver|America/Los_Angeles|America/New_York"));

    assertThat(record.contactZones().value()).isEqualTo("America/Denver");
    assertThat(open(record, "09:00", "10:00", "2026-03-02T16:30:00Z"))
        .as("09:30 in Denver, 08:30 in Los Angeles, 11:30 in New York")
        .containsExactlyInAnyOrder(CONTACT, CONTACT_THEN_DEVICE);
  }

  @Test
  void whereThePostalCodeTellsNothingTheContactsOwnZoneIsNotKnown() {
    add("2125550101", "", "");
    load(1);
    var record = claimed(EAST);

    assertThat(record.contactZones()).isEqualTo(ZoneKey.UNKNOWN);
    assertThat(open(record, "09:00", "10:00", "2026-03-02T14:30:00Z"))
        .as("09:30 in New York; the tenant's default, Honolulu, stands in for the contact")
        .containsExactlyInAnyOrder(DEVICE, CONTACT_THEN_DEVICE, CONTACT_AND_DEVICE);
  }

  @Test
  void allZonesOfAPostalCodeAreKeptAndMustBeOpen() {
    add("2125550101", "32321", "");
    load(1);
    var record = claimed(new ZoneKey("America/Chicago|America/New_York"));

    assertThat(record.contactZones().value()).isEqualTo("America/Chicago|America/New_York");
    assertThat(open(record, "09:00", "10:00", "2026-03-02T14:30:00Z")).isEmpty();
  }

  @Test
  void recordsFollowWhenThePostalCodeChanges() {
    var contact = add("2125550101", "90001", "");
    assertThat(contact.zones()).containsExactly("America/Los_Angeles");
    load(1);
    var edited =
        get(
            contacts.change(
                TENANT, LIST, contact.id(), cooked("2125550101", "80202", ""), anyRevision()));

    assertThat(edited.zones()).containsExactly("America/Denver");
    assertThat(claimed(new ZoneKey("America/Denver|America/New_York")).contactZones().value())
        .isEqualTo("America/Denver");
  }

  @Test
  void contactsThatWereLoadedBeforeAndTheirRecordsGetTheirZonesByRezoning() {
    var contact = add("2125550101", "90001", "");
    database.jdbi().useHandle(h -> h.execute("UPDATE contact SET postal_zones = NULL"));
    load(1);
    assertThat(get(contacts.find(TENANT, LIST, contact.id())).orElseThrow().zones()).isEmpty();

    get(new PostgresRezonings(database, clock).ask(TENANT, LIST, "ops"));
    var worker = new RezonedLists(database, new PostgresLocators(database), clock);
    while (get(worker.step())) {
      assertThat(get(contacts.find(TENANT, LIST, contact.id()))).isPresent();
    }

    assertThat(get(contacts.find(TENANT, LIST, contact.id())).orElseThrow().zones())
        .containsExactly("America/Los_Angeles");
    assertThat(claimed(BOTH).contactZones().value()).isEqualTo("America/Los_Angeles");
  }

  private ContactView add(String phone, String zip, String zone) {
    return get(contacts.add(TENANT, LIST, cooked(phone, zip, zone)));
  }

  private static CookedContact cooked(String phone, String zip, String zone) {
    var cook = new ContactCook(COLUMNS, CookTerms.of("US", null, Locator.BUNDLED));
    return ((CookedRow.Good) cook.cook(1, 1, List.of(phone, zip, zone))).contact();
  }

  private static OptionalLong anyRevision() {
    return OptionalLong.empty();
  }

  private ClaimedRecord claimed(ZoneKey zones) {
    long epoch = get(store.resume(session(0)));
    var claimed = get(store.claim(session(0), new Claim(epoch, List.of(zones), LATER, 9)));
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  /** The sources by which everything is open for the record, as a check looks at it. */
  private static Set<TimeZoneSource> open(
      ClaimedRecord record, String from, String till, String at) {
    var who =
        new Whereabouts(record.deviceZones(), record.contactZones(), record.country(), Set.of());
    var open = EnumSet.noneOf(TimeZoneSource.class);
    for (var source : TimeZoneSource.values()) {
      var window = new CallingWindow(LocalTime.parse(from), LocalTime.parse(till), source);
      var times = ContactTimes.withoutRules(window, new ZoneKey("Pacific/Honolulu"));
      if (times.isOpen(who, Instant.parse(at))) {
        open.add(source);
      }
    }
    return open;
  }
}
