package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.FieldNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is promised of zones, clause by clause, from a row of a file to what is stored of it: the
 * own zones of the contact, and those of its device. The tenant's map has one entry, the list no
 * zone.
 */
class ZoneSentenceTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("phone", ColumnRole.PHONE),
          new Column("tz", ColumnRole.TIME_ZONE),
          new Column("zip", ColumnRole.POSTAL_CODE),
          new Column("country", ColumnRole.COUNTRY),
          new Column("state", ColumnRole.STATE));
  private static final ZoneMap MAP =
      ZoneMap.of(List.of(new ZoneMap.Entry("1", "850", "America/Denver")));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        // clause; phone; tz; postal code; country; state; zones of the contact; zones of the device
        "Contact, explicit name; 2125550101; America/Denver; 90001; -; -; America/Denver;"
            + " America/Denver|America/Los_Angeles|America/New_York",
        "Contact, else postal code + country; 2125550101; -; 90001; US; -; America/Los_Angeles;"
            + " America/Los_Angeles|America/New_York",
        "Contact, country of the list; 2125550101; -; 90001; -; -; America/Los_Angeles;"
            + " America/Los_Angeles|America/New_York",
        "Contact, several candidates; 2125550101; -; 32321; -; -; America/Chicago|America/New_York;"
            + " America/Chicago|America/New_York",
        "Contact, nothing known; 2125550101; -; -; -; FL; ''; America/Chicago|America/New_York",
        "Device, custom map first; 8505550101; America/Chicago; 90001; -; NY; America/Chicago;"
            + " America/Denver",
        "Device, number; 2125550101; -; -; -; -; ''; America/New_York",
        "Device, number in several zones; 2195550101; -; -; -; -; '';"
            + " America/Chicago|America/New_York",
        "Device, union with postal code; 2125550101; -; 96813; -; -; Pacific/Honolulu;"
            + " America/New_York|Pacific/Honolulu",
        "Device, union with state; 2125550101; -; -; -; HI; ''; America/New_York|Pacific/Honolulu",
        "Device, union with given zone; 2125550101; Europe/Paris; -; -; -; Europe/Paris;"
            + " America/New_York|Europe/Paris",
        "Device, union of all; 2125550101; Europe/Paris; 90001; -; HI; Europe/Paris;"
            + " America/Los_Angeles|America/New_York|Europe/Paris|Pacific/Honolulu",
        "Nothing narrows; 2195550101; -; 46201; -; IL; America/New_York;"
            + " America/Chicago|America/New_York",
        "Another country; +12125550101; -; SW1A 1AA; GB; -; Europe/London;"
            + " America/New_York|Europe/London",
        "Toll-free, default stands in; 8005550101; -; -; -; -; ''; ''",
        "Toll-free, postal code tells; 8005550101; -; 90001; -; -; America/Los_Angeles;"
            + " America/Los_Angeles",
        "Shared-cost, default stands in; +491801234567; -; -; -; -; ''; ''",
        "Remote islands excluded; 9075550101; -; -; -; -; ''; America/Anchorage",
        "Remote islands, given; 9075550101; America/Adak; -; -; -; America/Adak;"
            + " America/Adak|America/Anchorage",
        "Territory alone; 6715550101; -; -; -; -; ''; Pacific/Guam",
      })
  void holdsClauseByClause(
      String clause,
      String phone,
      @Nullable String zone,
      @Nullable String code,
      @Nullable String country,
      @Nullable String state,
      String ofContact,
      String ofDevice) {
    var row = cooked(null, phone, zone, code, country, state);
    assertThat(row.contact().zones().value()).as(clause + ", contact").isEqualTo(ofContact);
    assertThat(row.contact().devices().get(0).zones().value())
        .as(clause + ", device")
        .isEqualTo(ofDevice);
  }

  @Test
  void theZoneOfTheListGoesBeforeTheTenantsWhereNothingTells() {
    var row = cooked("America/Phoenix", "8005550101", null, null, null, null);
    assertThat(row.contact().devices().get(0).zones()).isEqualTo(new ZoneKey("America/Phoenix"));
    assertThat(row.contact().zones()).as("no place of the person's").isEqualTo(ZoneKey.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tz", "time_zone", "timezone", "Time Zone", "TZ"})
  void theColumnOfTheZoneIsFound(String name) {
    assertThat(FieldNames.role(name)).isEqualTo(ColumnRole.TIME_ZONE);
  }

  private static CookedRow.Good cooked(
      @Nullable String listZone,
      String phone,
      @Nullable String zone,
      @Nullable String code,
      @Nullable String country,
      @Nullable String state) {
    var terms = CookTerms.of("US", listZone, new Locator(MAP, ReferenceData.BUNDLED));
    var row = List.of(phone, text(zone), text(code), text(country), text(state));
    return (CookedRow.Good) new ContactCook(COLUMNS, terms).cook(1, 1, row);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
