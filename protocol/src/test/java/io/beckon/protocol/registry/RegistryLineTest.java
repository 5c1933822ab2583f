package io.beckon.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the files that registries come in. */
class RegistryLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "US ! 2015550123 ! 12015550123",
        "US ! 201,5550123 ! 12015550123",
        "US ! \"201\";\"5550123\";2026-11-01;A ! 12015550123",
        "US ! (201) 555-0123 ! 12015550123",
        "US ! +12015550123 ! 12015550123",
        "US ! 12015550123 ! 12015550123",
        "CA ! 416,5550123,D ! 14165550123",
        "US ! +441632960001 ! 441632960001",
        "GB ! 01632 960001 ! 441632960001",
        "GB ! 01632960001,2026-11-01 ! 441632960001",
        "GB ! +44 1632 960001 ! 441632960001",
        "IT ! 06 698 12345 ! 390669812345",
        "US ! 1015550123 ! -1",
        "US ! 201,555012 ! -1",
        "US ! 20155501 ! -1",
        "US ! 201555012x ! -1",
        "US ! somebody ! -1",
        "GB ! 12 ! -1"
      })
  void readsTheNumberOfALine(String country, String line, long number) {
    assertThat(new RegistryLine(country).number(line)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "201,5550123,D ! true",
        "2015550123;d ! true",
        "201,5550123,2026-11-01,D ! true",
        "201,5550123,A ! false",
        "2015550123 ! false",
        "201,5550123,OLD ! false"
      })
  void tellsWhoWasRemoved(String line, boolean removed) {
    assertThat(RegistryLine.removes(line)).isEqualTo(removed);
  }

  @ParameterizedTest
  @CsvSource({"phone, true", "'area code,number', true", "2015550123, false", "'', false"})
  void knowsAHeader(String line, boolean header) {
    assertThat(RegistryLine.isHeader(line)).isEqualTo(header);
  }
}
