package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.reference.Locator.Whereabouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States and countries in files of reference data. */
class RegionsTest {
  private static final String HEAD =
      "beckon-reference-data,1,v7,2026-11-01\nkind,country,prefix,zones,state,lineType\n";
  private static final String ROWS =
      """
      STATE,DE,Bayern,Europe/Berlin,,
      STATE,US,AZ,America/Phoenix,,
      STATE,AU,NSW,Australia/Broken_Hill|Australia/Sydney,,
      COUNTRY,GB,44,Europe/London,,
      COUNTRY,US,44,Europe/Paris,,
      COUNTRY,AU,61,Australia/Sydney,,
      NUMBER,,447400,Europe/Jersey,,
      NUMBER,,447500,,,MOBILE
      """;

  @ParameterizedTest
  @CsvSource({
    "+447400123456, Europe/Jersey, a prefix goes before its country",
    "+447460123456, Europe/London, a mobile has the zones of its country",
    "+447500123456, Europe/London, as has one whose row leaves them blank",
    "+61412345678, Australia/Sydney, a mobile of several zones",
    "+61892345678, Australia/Adelaide|Australia/Perth, an area that is known stays",
    "+12125550123, America/New_York, numbers of another calling code are none of the country",
    "+448005550123, '', numbers of no place have none",
  })
  void numbersWithoutAnAreaAreInTheZonesOfTheirCountry(String number, String zones, String why)
      throws IOException {
    var locator = new Locator(ZoneMap.NONE, read(HEAD + ROWS));
    var facts = Objects.requireNonNull(locator.stored(number), why);
    assertThat(facts.zones().value()).as(why).isEqualTo(zones);
  }

  @ParameterizedTest
  @CsvSource({
    "DE, bayern, Europe/Berlin",
    "US, az, America/Phoenix",
    "AU, NSW, Australia/Broken_Hill|Australia/Sydney",
    "US, FL, America/Chicago|America/New_York",
    "DE, Hessen, ''",
    "AT, Bayern, ''",
  })
  void statesOfTheFileGoBeforeTheProgramsOwn(String country, String state, String zones)
      throws IOException {
    var locator = new Locator(ZoneMap.NONE, read(HEAD + ROWS));
    var tollFree = Objects.requireNonNull(locator.stored("+18005550123"));
    var contact = new Whereabouts(null, country, null, state);
    assertThat(locator.zones("+18005550123", tollFree.zones(), contact).value()).isEqualTo(zones);
  }

  @Test
  void areCounted() throws IOException {
    assertThat(read(HEAD + ROWS).counts()).isEqualTo(new DataSet.Counts(2, 0, 3, 3));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      value = {
        "COUNTRY,GB,44,Europe/London,, ! names the country GB again",
        "COUNTRY,FR,033,Europe/Paris,, ! must name a calling code of 1 to 3 digits, was 033",
        "COUNTRY,FR,33,,, ! must name the zones",
        "COUNTRY,FR,33,Europe/Lyon,, ! has Europe/Lyon",
        "COUNTRY,ZZ,33,Europe/Paris,, ! country of ISO 3166 like US, was ZZ",
        "COUNTRY,FR,33,Europe/Paris,75,MOBILE ! must leave state and lineType blank",
        "STATE,DE,BAYERN,Europe/Berlin,, ! names the state BAYERN of DE again",
        "STATE,DE,,Europe/Berlin,, ! must name a state of 1 to 40 characters",
      })
  void namesTheLineThatIsWrong(String line, String reason) {
    assertThatThrownBy(() -> read(HEAD + ROWS + line + "\n"))
        .isInstanceOf(BadReferenceDataException.class)
        .hasMessageContaining("Line 11 ")
        .hasMessageContaining(reason);
  }

  private static DataSet read(String text) throws IOException {
    return DataSetReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
