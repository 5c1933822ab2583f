package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read without the library, the library reads the same. */
class PlainNumbersTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final List<String> BIG =
      List.of(
          "US", "CA", "MX", "BR", "AR", "CO", "GB", "DE", "FR", "IT", "ES", "NL", "PL", "TR", "RU",
          "IN", "ID", "PK", "CN", "JP", "KR", "PH", "VN", "AU", "ZA", "NG", "EG");

  /**
   * With -DargLine=-Dbeckon.test.texts=3000000 as many as a large file has; a library that reads
   * 80,000 a second takes its time.
   */
  private static final int TEXTS = Integer.getInteger("beckon.test.texts", 150_000);

  static List<String> big() {
    return BIG;
  }

  @ParameterizedTest(name = "in {0}")
  @MethodSource("big")
  void readsNumbersOfBigCountriesLikeTheLibrary(String country) {
    int texts = TEXTS / 2 / BIG.size();
    var numbers = new WrittenNumbers(country, 7);
    int read = 0;
    for (int i = 0; i < texts; i++) {
      read += agreed(numbers.next(), country) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(texts / 6);
  }

  @Test
  void readsNumbersOfAllCountriesLikeTheLibraryFromAnywhere() {
    var regions = new ArrayList<>(new TreeSet<>(LIBRARY.getSupportedRegions()));
    var anywhere = new Random(5);
    int texts = TEXTS / 2 / regions.size();
    int read = 0;
    for (var region : regions) {
      var numbers = new WrittenNumbers(region, 11);
      for (int i = 0; i < texts; i++) {
        boolean abroad = i % 3 == 0;
        var country = abroad ? regions.get(anywhere.nextInt(regions.size())) : region;
        read += agreed(numbers.next(), country) ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(TEXTS / 10);
  }

  @Test
  void leavesNoCountryToTheLibrary() {
    for (var region : LIBRARY.getSupportedRegions()) {
      var number = LIBRARY.getExampleNumber(region);
      var e164 = LIBRARY.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
      assertThat(agreed(e164, region)).as(region).isTrue();
      assertThat(NumberingPlans.in(region)).as(region).isNotNull();
    }
  }

  @Test
  void readsNumbersOfNoCountryLikeTheLibrary() {
    for (int code : LIBRARY.getSupportedGlobalNetworkCallingCodes()) {
      var number = LIBRARY.getExampleNumberForNonGeoEntity(code);
      assertThat(agreed(LIBRARY.format(number, PhoneNumberUtil.PhoneNumberFormat.E164), "DE"))
          .as("+" + code)
          .isTrue();
    }
  }

  @Test
  void readsEveryAreaCodeOfNorthAmericaLikeTheLibrary() {
    var random = new Random(5);
    int read = 0;
    for (int npa = 200; npa < 1000; npa++) {
      int from = AreaCodes.of(npa) == null ? 990 : 190;
      for (int nxx = from; nxx < 1000; nxx += 1 + random.nextInt(20)) {
        var text = "%03d%03d%04d".formatted(npa, nxx, random.nextInt(10_000));
        read += agreed(text, "US") ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(20_000);
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
        "011 44 7400 123456",
        "(+44) 7400 123456",
        "+49 (0)30/901820",
        "1 800 555 0123",
        "12125550123 "
      })
  void readsEveryPlainWayToWriteANumber(String text) {
    assertThat(agreed(text.strip(), "US")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1562578444.0",
        "1 562 578 444.00",
        "2125550123.0",
        "2125550123.5",
        "+2125550123",
        "+1",
        "",
        "1",
        "212555012",
        "21255501234",
        "++12125550123",
        "1+2125550123",
        "+999 123 456 789",
        "212 555 0123 x4",
        "911"
      })
  void leavesTheRestToTheLibrary(String text) {
    assertThat(PlainNumbers.read(text, "US")).isNull();
  }

  /** True when it was read without the library; then the library must come to the same. */
  private static boolean agreed(String text, String country) {
    var plain = PlainNumbers.read(text, country);
    if (plain == null) {
      return false;
    }
    var byLibrary = PhoneNumbers.byLibrary(text, country, false);
    if (!byLibrary.equals(new PhoneReading.Dialable(plain))) {
      assertThat(byLibrary).as(text + " in " + country).isEqualTo(new PhoneReading.Dialable(plain));
    }
    return true;
  }
}
