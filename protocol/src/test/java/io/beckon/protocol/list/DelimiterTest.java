package io.beckon.protocol.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {
  @ParameterizedTest(name = "{0} is U+{1}")
  @CsvSource({
    "TAB, 9",
    "pipe, 7C",
    "Comma, 2C",
    "SOH, 1",
    "us, 1F",
    "RS, 1E",
    "FF, C",
    "DEL, 7F",
    "blank, 20",
    "SPACE, 20",
    "nbsp, A0",
    "U+0001, 1",
    "u+1f, 1F",
    "\\x01, 1",
    "0x1F, 1F",
    "\\u00a6, A6",
    "¦, A6",
    "x, 78",
    "' ', 20"
  })
  void takesACharacterOrItsName(String text, String code) {
    assertThat(Delimiter.of(text)).isEqualTo(Character.toString(Integer.parseInt(code, 16)));
  }

  @Test
  void takesEveryCharacterThatRecordsDoNotNeed() {
    var needed = List.of('\0', '"', '\r', '\n', '\uFEFF', '\uFFFE', '\uFFFF');
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      var one = String.valueOf((char) c);
      if (needed.contains((char) c) || Character.isSurrogate((char) c)) {
        assertThatThrownBy(() -> Delimiter.of(one)).hasMessageContaining("must be one character");
      } else {
        assertThat(Delimiter.of(one)).isEqualTo(one);
        assertThat(Delimiter.of(Delimiter.shown(one))).isEqualTo(one);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "||", "  ", "LF", "cr", "U+000A", "U+22", "U+D83D", "\uD83D\uDE00"})
  void refusesWhatPartsNoFields(String text) {
    assertThatThrownBy(() -> Delimiter.of(text)).hasMessageContaining("must be one character");
  }

  @Test
  void showsByNameWhatCannotBeSeen() {
    assertThat(Delimiter.shown("\u001F")).isEqualTo("US");
    assertThat(Delimiter.shown(" ")).isEqualTo("BLANK");
    assertThat(Delimiter.shown("\u0085")).isEqualTo("U+0085");
    assertThat(Delimiter.shown("¦")).isEqualTo("¦");
  }
}
