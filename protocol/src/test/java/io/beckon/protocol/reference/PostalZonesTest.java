package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that come with the program. */
class PostalZonesTest {
  @ParameterizedTest
  @CsvSource({
    "US, 10001, America/New_York",
    "US, 90001, America/Los_Angeles",
    "US, 90001-1234, America/Los_Angeles",
    "US, 32401, America/Chicago",
    "US, 32321, America/Chicago|America/New_York", // beside the Apalachicola river
    "US, 36867, America/Chicago|America/New_York", // keeps the time of Columbus across it
    "US, 85001, America/Phoenix",
    "US, 86515, America/Denver", // Navajo Nation
    "US, 96813, Pacific/Honolulu",
    "US, 00901, America/Puerto_Rico",
    "US, 09012, ''", // field post
    "US, 34002, ''",
    "US, nonsense, ''",
    "CA, M5V 3L9, America/Toronto",
    "CA, v6b1a1, America/Vancouver",
    "CA, V1G 4H8, America/Dawson_Creek",
    "CA, A1B 2C3, America/St_Johns",
    "CA, A0P 1C0, America/Goose_Bay",
    "CA, S4P 3Y2, America/Regina",
    "CA, V9Z 9Z9, America/Dawson_Creek|America/Edmonton|America/Vancouver",
    "GB, SW1A 1AA, Europe/London",
    "DE, 10115, Europe/Berlin",
    "JP, 100-0001, Asia/Tokyo",
    "AU, 2000, Australia/Sydney",
    "AU, 0872, Australia/Adelaide|Australia/Darwin|Australia/Perth",
    "AU, 0800, Australia/Darwin",
    "AU, 4383, Australia/Brisbane|Australia/Sydney",
    "BR, 01310-100, America/Sao_Paulo",
    "BR, 69900-001, America/Rio_Branco",
    "BR, 69005-010, America/Manaus",
    "BR, 53990-000, America/Noronha",
    "MX, 22000, America/Tijuana",
    "MX, 63732, America/Mazatlan|America/Mexico_City",
    "ES, 35001, Atlantic/Canary",
    "ES, 28001, Europe/Madrid",
    "PT, 1000-001, Europe/Lisbon",
    "PT, 9500-001, Atlantic/Azores",
    "ID, 80111, Asia/Makassar",
    "NZ, 1010, Pacific/Auckland|Pacific/Chatham",
    "ZZ, 1, ''",
  })
  void knowsAllZonesThatAPostalCodeMayBeIn(String country, String code, String zones) {
    assertThat(ReferenceData.BUNDLED.postalCode(country, code).value()).isEqualTo(zones);
  }

  @Test
  void aCodeOfACountryWithoutATableIsInAllItsZones() {
    var russia = ReferenceData.BUNDLED.country("RU");
    assertThat(russia.zones()).hasSizeGreaterThan(9);
    assertThat(ReferenceData.BUNDLED.postalCode("RU", "101000")).isEqualTo(russia);
  }

  @Test
  void aNewCodeOfAKnownAreaHasAllZonesOfTheArea() {
    assertThat(PostalZones.BUNDLED.code("US", "32400").value())
        .isEqualTo("America/Chicago|America/New_York");
    assertThat(PostalZones.BUNDLED.code("US", "10000").value()).isEqualTo("America/New_York");
  }

  @Test
  void namesNoZoneThatTheClocksHereDoNotKnow() {
    for (var file : List.of("postal-zones.csv", "country-zones.csv")) {
      assertThat(lines(file).stream().flatMap(l -> List.of(l.split(",")[1].split("\\|")).stream()))
          .hasSizeGreaterThan(200)
          .allMatch(Zones::isZone);
    }
  }

  @Test
  void saysWhenItWasMadeAndWhereItComesFrom() {
    for (var file : List.of("postal-zones.csv", "country-zones.csv")) {
      assertThat(read(file).get(0)).matches("# 20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    }
    assertThat(read("postal-zones.csv").get(0)).isEqualTo("# " + ReferenceData.BUNDLED_ON);
    assertThat(String.join(" ", read("postal-zones.csv")))
        .contains("zipcodes 8.0.0", "tz-lookup 6.1.25", "BSD-3-Clause");
  }

  @Test
  void knowsEveryCodeOfItsOwnTable() {
    for (var line : lines("postal-zones.csv")) {
      var fields = line.split(",");
      for (var prefix : fields[2].split(" ")) {
        assertThat(PostalZones.BUNDLED.code(fields[0], prefix)).isEqualTo(new ZoneKey(fields[1]));
      }
    }
  }

  private static List<String> lines(String file) {
    return read(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static List<String> read(String file) {
    var stream = Objects.requireNonNull(PostalZones.class.getResourceAsStream(file));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
