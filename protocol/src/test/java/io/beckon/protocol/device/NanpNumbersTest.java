package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read without the library, the library reads the same. */
class NanpNumbersTest {
  private static final List<String> COUNTRIES = List.of("US", "CA", "GB", "DE", "MX", "JM");
  private static final String PLAIN = "0123456789 -.()+";

  /** With -DargLine=-Dbeckon.test.texts=3000000 as many as a large file has. */
  private static final int RANDOM_TEXTS = Integer.getInteger("beckon.test.texts", 40_000);

  @Test
  void agreesWithTheLibraryAboutEveryAreaCode() {
    var random = new Random(5);
    int read = 0;
    for (int npa = 200; npa < 1000; npa++) {
      int from = AreaCodes.of(npa) == null ? 990 : 190;
      for (int nxx = from; nxx < 1000; nxx += 1 + random.nextInt(8)) {
        var text = "%03d%03d%04d".formatted(npa, nxx, random.nextInt(10_000));
        read += agreed(text, "US") ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(50_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(212) 555-0123",
        "212.555.0123",
        "1 212 555 0123",
        "1-(212)-555-0123",
        "+1 (212) 555-0123",
        "+12125550123",
        "+ 1 212 555 0123",
        "((212)) 555--0123.",
        "2-1-2-5-5-5-0-1-2-3",
        ") 212 555 0123 (",
        "12125550123 ",
      })
  void readsEveryPlainWayToWriteANumber(String text) {
    assertThat(agreed(text.strip(), "US")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1121255501234",
        "11212555012",
        "+2125550123",
        "+1",
        "",
        "1",
        "0012125550123",
        "212555012",
        "21255501234",
        "+112125550123",
        "1112125550123",
        "1-1-212-555-0123",
        "2121550123",
        "911"
      })
  void leavesTheRestToTheLibrary(String text) {
    assertThat(NanpNumbers.read(text, "US")).isNull();
  }

  @Test
  void agreesWithTheLibraryAboutRandomTexts() {
    var random = new Random(11);
    int read = 0;
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
      read += agreed(written(random), country) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(RANDOM_TEXTS / 10);
  }

  /** A number that is nearly right, with plain characters thrown in anywhere. */
  private static String written(Random random) {
    var text = new StringBuilder(random.nextInt(3) == 0 ? "+1" : random.nextBoolean() ? "1" : "");
    text.append(201 + random.nextInt(790)).append(150 + random.nextInt(850));
    text.append("%04d".formatted(random.nextInt(10_000)));
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      if (random.nextInt(8) == 0) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, PLAIN.charAt(random.nextInt(4) == 0 ? random.nextInt(16) : 10 + at % 5));
      }
    }
    return text.toString().strip();
  }

  /** True when it was read without the library; then the library must come to the same. */
  private static boolean agreed(String text, String country) {
    var plain = NanpNumbers.read(text, country);
    if (plain == null) {
      return false;
    }
    assertThat(PhoneNumbers.byLibrary(text, country, false))
        .as(text + " in " + country)
        .isEqualTo(new PhoneReading.Dialable(plain));
    return true;
  }
}
