package io.beckon.protocol.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "*.csv a.csv true",
        "*.csv a.csv.done false",
        "*.csv .csv true",
        "*.csv Wörter.csv true",
        "*.csv axcsv false",
        "*.{csv,CSV} a.CSV true",
        "*.{csv,CSV} a.Csv false",
        "{a,b}*.txt b1.txt true",
        "a?.csv ab.csv true",
        "a?.csv a.csv false",
        "[a-c]*.csv b.csv true",
        "[!a-c]*.csv b.csv false",
        "a\\*.csv a*.csv true",
        "a\\*.csv ab.csv false",
        "a+(1).csv a+(1).csv true",
        "a,b a,b true",
        "regex:\\d{8}-.+\\.csv 20260601-x.csv true",
        "regex:\\d{8}-.+\\.csv x20260601-x.csv false",
        "regex:(?i).*\\.csv A.CSV true",
      })
  void admitsNames(String mask, String name, boolean admitted) {
    assertThat(FileMask.of(mask).admits(name)).isEqualTo(admitted);
  }

  @Test
  void admitsALineBreakWhereAnythingIsAdmitted() {
    assertThat(FileMask.of("*.csv").admits("two\nlines.csv")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[a", "{a,b", "a}", "a\\", "regex:(", "[]"})
  void refusesWhatIsNoMask(String text) {
    assertThatThrownBy(() -> FileMask.of(text)).isInstanceOf(InvalidField.class);
  }
}
