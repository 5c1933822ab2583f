package io.beckon.protocol.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCharsetTest {
  @Test
  void takesEveryCharsetButTheOneThatGuesses() {
    var refused =
        Charset.availableCharsets().keySet().stream().filter(name -> !isTaken(name)).toList();
    assertThat(refused).containsExactly("x-JISAutoDetect");
    assertThatThrownBy(() -> FileCharset.named("JISAutoDetect"))
        .hasMessageContaining("x-JISAutoDetect")
        .hasMessageContaining("name the one that the file has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such", "ISO 8859", ""})
  void refusesWhatIsNoCharset(String name) {
    assertThatThrownBy(() -> FileCharset.named(name)).hasMessageContaining("IANA name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "EUC-KR", "GB2312", "US-ASCII"})
  void readsAsItIsWhereAsciiIsNothingElse(String name) {
    assertThat(FileCharset.isBytewise(name)).isTrue();
  }

  /** In the first ones a pipe may be half a character, in the others even a quote. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Big5", "GBK", "GB18030", "Shift_JIS", "ISO-2022-JP", "ISO-2022-KR", "IBM037"})
  void writesAnewWhereBytesOfAsciiMayBeSomethingElse(String name) {
    assertThat(FileCharset.isBytewise(name)).isFalse();
  }

  private static boolean isTaken(String name) {
    try {
      return FileCharset.named(name).equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
