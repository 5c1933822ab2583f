package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Locator.Whereabouts;
import io.beckon.protocol.tenant.TenantSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant excludes does not count where a source names other zones beside it. */
class TerritoriesTest {
  private static final Territories PACIFIC =
      Territories.of(List.of("Pacific/Guam", "Pacific/Honolulu", "America/Adak"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // A number that names only the territory stays there.
        "+16715550123, -, -, -, -, Pacific/Guam",
        "+18085550123, -, -, -, -, Pacific/Honolulu",
        "+19075550123, -, -, -, -, America/Anchorage",
        // Each source by itself: what one leaves out, another may name alone.
        "+12125550123, -, US, 96813, -, America/New_York|Pacific/Honolulu",
        "+12125550123, -, US, -, HI, America/New_York|Pacific/Honolulu",
        "+19075550123, -, US, 99546, -, America/Anchorage",
        "+18005550123, -, US, -, AK, America/Anchorage",
        // A zone that is given is no guess.
        "+19075550123, America/Adak, -, -, -, America/Adak|America/Anchorage",
        "+18005550123, Pacific/Guam, -, -, -, Pacific/Guam",
      })
  void areLeftOutOfEachSourceThatNamesOthersBeside(
      String number,
      @Nullable String zone,
      @Nullable String country,
      @Nullable String code,
      @Nullable String state,
      String zones) {
    var locator = new Locator(ZoneMap.NONE, ReferenceData.BUNDLED, PACIFIC);
    var contact = new Whereabouts(zone, country, code, state);
    assertThat(zones(locator, number, contact)).isEqualTo(zones);
  }

  @Test
  void ofTheTenantsOwnMapNothingIsLeftOut() {
    var map = ZoneMap.of(List.of(new ZoneMap.Entry("1", "212", "Pacific/Guam")));
    var locator = new Locator(map, ReferenceData.BUNDLED, PACIFIC);
    assertThat(zones(locator, "+12125550123", new Whereabouts(null, "US", null, null)))
        .isEqualTo("Pacific/Guam");
  }

  @Test
  void noneIsNoneAndRemoteIslandsAreWhatATenantBeginsWith() {
    var nowhere = new Whereabouts(null, null, null, null);
    var none = new Locator(ZoneMap.NONE, ReferenceData.BUNDLED, Territories.of(List.of()));
    assertThat(zones(none, "+61491570006", nowhere)).contains("Australia/Lord_Howe");
    assertThat(zones(Locator.BUNDLED, "+61491570006", nowhere))
        .contains("Australia/Sydney")
        .doesNotContain("Lord_Howe", "Indian/Christmas");
    assertThat(TenantSettings.of("AU").excludedTerritories()).isEqualTo(Territories.REMOTE_ISLANDS);
    assertThat(new TenantSettings("AU", null, null, List.of()).excludedTerritories()).isEmpty();
  }

  @Test
  void theOwnZoneOfAContactIsWithoutThemToo() {
    var locator =
        new Locator(
            ZoneMap.NONE, ReferenceData.BUNDLED, Territories.of(List.of("Pacific/Chatham")));
    assertThat(locator.ownZones(new Whereabouts(null, "NZ", "1010", null)).value())
        .isEqualTo("Pacific/Auckland");
    assertThat(locator.ownZones(new Whereabouts("Pacific/Chatham", "NZ", "1010", null)).value())
        .isEqualTo("Pacific/Chatham");
  }

  @Test
  void leaveASetAloneOfWhichNothingWouldRemain() {
    var both = new ZoneKey("America/Adak|Pacific/Guam");
    assertThat(PACIFIC.without(both)).isEqualTo(both);
    assertThat(PACIFIC.without(ZoneKey.UNKNOWN)).isEqualTo(ZoneKey.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Etc/GMT+5", "+05:00", "UTC", "Mars/Base", "GMT"})
  void aSettingNamesZonesAndNoFixedOffsets(String zone) {
    assertThatThrownBy(() -> new TenantSettings("US", zone, null, List.of()))
        .hasMessageContaining("timeZone must be an IANA zone")
        .hasMessageContaining(zone);
    assertThatThrownBy(() -> new TenantSettings("US", null, null, List.of(zone)))
        .hasMessageContaining("excludedTerritories must be an IANA zone");
  }

  private static String zones(Locator locator, String number, Whereabouts contact) {
    var facts = Objects.requireNonNull(locator.stored(number));
    return locator.zones(number, facts.zones(), contact).value();
  }
}
