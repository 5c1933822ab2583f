package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.PostgresContactPlaces;
import io.beckon.persistence.list.PostgresContacts;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.DialStore.Claim;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactPlaces.Known;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where a person is by the lists of the tenant, for own calls and for whoever asks by Client ID.
 */
class ContactPlacesIT extends DialRows {
  private static final ContactListId LIST = new ContactListId(1);
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", ColumnRole.CLIENT_ID),
          new Column("phone", ColumnRole.PHONE),
          new Column("zip", ColumnRole.POSTAL_CODE),
          new Column("state", ColumnRole.STATE),
          new Column("country", ColumnRole.COUNTRY));

  private final PostgresContacts contacts =
      new PostgresContacts(database, new CopySource(database, 1), Clock.fixed(NOW, ZoneOffset.UTC));
  private final PostgresContactPlaces places = new PostgresContactPlaces(database);

  @BeforeEach
  void numbers() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("SELECT setval(pg_get_serial_sequence('import', 'import_id'), 10)");
              h.execute("SELECT setval('contact_id_seq', 1000)");
            });
  }

  @Test
  void theRulesOfThePersonsStateCountBesideThoseOfTheNumbers() {
    var florida = add("A", "2125550101", "", "Florida", "");
    var same = add("B", "2125550102", "", "ny", "US");
    var canada = add("C", "2125550103", "", "ON", "CA");
    var none = add("D", "2125550104", "", "somewhere", "");
    var anywhere = add("E", "8005550105", "", "FL", "");
    load(1);
    var moved = cooked("D", "2125550104", "", "CT", "");
    get(contacts.change(TENANT, LIST, none, moved, OptionalLong.empty()));

    assertThat(states(florida)).containsExactlyInAnyOrder("FL", "NY");
    assertThat(states(same)).containsExactly("NY");
    assertThat(states(canada)).as("of another country").containsExactly("NY");
    assertThat(states(none)).as("changed meanwhile").containsExactlyInAnyOrder("CT", "NY");
    assertThat(states(anywhere))
        .as("the number may be of any state: that of the person leaves none out")
        .isEmpty();
  }

  @Test
  void listsTellWhereAClientIdIs() {
    add("A", "2125550101", "90001", "California", "");
    add("B", "2125550102", "80202", "CO", "US");
    var number = new Device("+12125550101");

    var known = get(places.of(TENANT, "A", number));

    assertThat(known.ownZones().value()).isEqualTo("America/Los_Angeles");
    assertThat(known.deviceZones().value()).isEqualTo("America/Los_Angeles|America/New_York");
    assertThat(known.statesOf("US")).containsExactly("CA");
    assertThat(get(places.of(TENANT, "B", number)).deviceZones())
        .as("a number of somebody else")
        .isEqualTo(ZoneKey.UNKNOWN);
    assertThat(get(places.of(TENANT, "nobody", number))).isEqualTo(Known.NOTHING);
    assertThat(get(places.of(new TenantId("other"), "A", number))).isEqualTo(Known.NOTHING);
  }

  @Test
  void aDeletedListTellsNothing() {
    add("A", "2125550101", "90001", "", "");
    database.jdbi().useHandle(h -> h.execute("UPDATE contact_list SET deleted_at = now()"));
    assertThat(get(places.of(TENANT, "A", new Device("+12125550101")))).isEqualTo(Known.NOTHING);
  }

  private ContactId add(String... row) {
    return get(contacts.add(TENANT, LIST, cooked(row))).id();
  }

  private static CookedContact cooked(String... row) {
    var cook = new ContactCook(COLUMNS, CookTerms.of("US", null, Locator.BUNDLED));
    return ((CookedRow.Good) cook.cook(1, 1, List.of(row))).contact();
  }

  /** As a session would pass them on for the contact's record. */
  private Set<String> states(ContactId contact) {
    long epoch = get(store.resume(session(0)));
    database.jdbi().useHandle(h -> h.execute("UPDATE dial_record SET state = 'R'"));
    var claim = new Claim(epoch, get(store.readyZones(session(0))), LATER, 99);
    return get(store.claim(session(0), claim)).stream()
        .filter(record -> record.contact().equals(contact))
        .findFirst()
        .orElseThrow()
        .states();
  }
}
