package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Locator.Whereabouts;
import io.beckon.protocol.reference.ZoneMap.Entry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tenant's own map first, else the union of all that is known. */
class LocatorTest {
  private static final ReferenceData POSTAL =
      new ReferenceData() {
        @Override
        public DeviceFacts number(DeviceFacts bundled) {
          return bundled;
        }

        @Override
        public ZoneKey postalCode(String country, String code) {
          return country.equals("US") && code.equals("32501")
              ? new ZoneKey("America/Chicago")
              : ZoneKey.UNKNOWN;
        }

        @Override
        public ZoneKey country(String country) {
          return ReferenceData.BUNDLED.country(country);
        }

        @Override
        public ZoneKey state(String country, String state) {
          return ReferenceData.BUNDLED.state(country, state);
        }
      };
  private static final Whereabouts NOWHERE = new Whereabouts(null, "US", null, null);

  @Test
  void unitesAllSourcesAndNarrowsNothing() {
    var locator = new Locator(ZoneMap.NONE, POSTAL);
    assertThat(zones(locator, "+12125550123", NOWHERE)).isEqualTo("America/New_York");
    assertThat(zones(locator, "+12125550123", new Whereabouts(null, "US", "32501", null)))
        .isEqualTo("America/Chicago|America/New_York");
    assertThat(
            zones(locator, "+12125550123", new Whereabouts("America/Denver", "US", "32501", null)))
        .isEqualTo("America/Chicago|America/Denver|America/New_York");
    assertThat(zones(locator, "+18505550123", new Whereabouts(null, "US", "32501", null)))
        .as("850 lies in both")
        .isEqualTo("America/Chicago|America/New_York");
    assertThat(zones(locator, "+18005550123", new Whereabouts(null, "US", "32501", null)))
        .isEqualTo("America/Chicago");
    assertThat(zones(locator, "+18005550123", NOWHERE)).isEmpty();
    assertThat(zones(locator, "+18005550123", new Whereabouts(null, "GB", "32501", null)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "+12125550123, -, US, -, FL, America/Chicago|America/New_York",
        "+12125550123, -, US, -, ny, America/New_York",
        "+18505550123, -, US, -, NY, America/Chicago|America/New_York",
        "+18505550123, -, US, -, Florida, America/Chicago|America/New_York",
        "+13175550123, -, US, -, IN, America/Chicago|America/New_York",
        "+18005550123, -, US, -, AZ, America/Denver|America/Phoenix",
        "+18005550123, -, US, -, PR, America/Puerto_Rico",
        "+18005550123, -, GB, -, PR, ''",
        "+18005550123, -, US, -, ZZ, ''",
        "+18005550123, -, -, -, AZ, ''",
        "+18005550123, America/Denver, US, -, FL, America/Chicago|America/Denver|America/New_York",
        "+18005550123, -, US, 32501, FL, America/Chicago|America/New_York",
        "+18005550123, -, US, 32501, ZZ, America/Chicago",
        "+18005550123, -, US, 99999, FL, America/Chicago|America/New_York",
      })
  void aStateAddsAllItsZonesToWhatEverythingElseTells(
      String number,
      @Nullable String zone,
      @Nullable String country,
      @Nullable String postalCode,
      String state,
      String zones) {
    var locator = new Locator(ZoneMap.NONE, POSTAL);
    var contact = new Whereabouts(zone, country, postalCode, state);
    assertThat(zones(locator, number, contact)).isEqualTo(zones);
  }

  @Test
  void theLongestEntryOfTheTenantsMapHoldsAlone() {
    var map =
        ZoneMap.of(
            List.of(
                new Entry("+1", null, "America/Phoenix"),
                new Entry("1", "850", "America/Chicago"),
                new Entry("44", "7624", "Europe/Isle_of_Man")));
    var locator = new Locator(map, POSTAL);
    var given = new Whereabouts("America/Denver", "US", "32501", null);
    assertThat(zones(locator, "+18505550123", given)).isEqualTo("America/Chicago");
    assertThat(zones(locator, "+12125550123", given)).isEqualTo("America/Phoenix");
    assertThat(zones(locator, "+447624123456", NOWHERE)).isEqualTo("Europe/Isle_of_Man");
    assertThat(zones(locator, "+442079460958", NOWHERE)).isEqualTo("Europe/London");
    assertThat(locator.zones("a@example.com", ZoneKey.UNKNOWN, given).value())
        .isEqualTo("America/Chicago|America/Denver");
  }

  @Test
  void refusesEntriesThatMeanNothing() {
    refused(() -> new Entry("", "1", "Europe/London"), "countryCode");
    refused(() -> new Entry("1234", "1", "Europe/London"), "countryCode");
    refused(() -> new Entry("1", "12x", "Europe/London"), "areaCode");
    refused(() -> new Entry("1", "1234567890", "Europe/London"), "areaCode");
    refused(() -> new Entry("1", "", "Europe/Nowhere"), "Europe/Nowhere");
    var twice = List.of(new Entry("1", "", "Europe/London"), new Entry("1", "", "Europe/Paris"));
    refused(() -> ZoneMap.of(twice), "+1 twice");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
    assertThatThrownBy(call).isInstanceOf(InvalidField.class).hasMessageContaining(what);
  }

  private static String zones(Locator locator, String number, Whereabouts contact) {
    var facts = Objects.requireNonNull(locator.stored(number));
    return locator.zones(number, facts.zones(), contact).value();
  }
}
