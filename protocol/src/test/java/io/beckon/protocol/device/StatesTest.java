package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state has every zone that any part of it lies in. */
class StatesTest {
  @ParameterizedTest
  @CsvSource({
    "US, NY, America/New_York",
    "US, CA, America/Los_Angeles",
    "US, FL, America/Chicago|America/New_York",
    "US, IN, America/Chicago|America/New_York",
    "US, TX, America/Chicago|America/Denver",
    "US, AZ, America/Denver|America/Phoenix",
    "US, AK, America/Adak|America/Anchorage",
    "US, HI, Pacific/Honolulu",
    "US, PR, America/Puerto_Rico",
    "PR, PR, America/Puerto_Rico",
    "US, GU, Pacific/Guam",
    "US, VI, America/St_Thomas",
    "CA, NL, America/Goose_Bay|America/St_Johns",
    "CA, NS, America/Halifax",
    "CA, YT, America/Whitehorse",
    "US, ON, America/Atikokan|America/Toronto|America/Winnipeg",
    "US, fl, America/Chicago|America/New_York",
    "US, ' Florida ', America/Chicago|America/New_York",
    "CA, Prince Edward Island, America/Halifax",
  })
  void hasAllItsZones(String country, String state, String zones) {
    assertThat(States.zones(country, state).value()).isEqualTo(zones);
  }

  @ParameterizedTest
  @CsvSource({"DE, BY", "GB, CA", "US, ZZ", "US, ''", "US, Floridaa"})
  void saysNothingOfOtherStates(String country, String state) {
    assertThat(States.zones(country, state)).isEqualTo(ZoneKey.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "US, fl, FL",
        "US, ' florida ', FL",
        "US, Ontario, ON",
        "-, New York, NY",
        "DE, by, BY",
        "GB, Florida, ''",
        "US, Floridaa, ''",
        "US, -, ''",
      })
  void namesTheCodeThatRulesHave(@Nullable String country, @Nullable String state, String code) {
    assertThat(States.code(country, state).orElse("")).isEqualTo(code);
  }

  @Test
  void everyStateOfAnAreaCodeIsKnownWithAllTheZonesOfTheCode() {
    assertThat(IntStream.range(0, 1000).mapToObj(AreaCodes::of).filter(a -> a != null))
        .hasSizeGreaterThan(350)
        .filteredOn(area -> area.state() != null)
        .allSatisfy(
            area ->
                assertThat(States.zones(area.country(), area.state()).zones())
                    .as(area.toString())
                    .isNotEmpty()
                    .containsAll(area.zones().zones()));
  }
}
