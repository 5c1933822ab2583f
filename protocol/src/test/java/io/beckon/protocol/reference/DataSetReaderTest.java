package io.beckon.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of reference data, sound ones and others. */
class DataSetReaderTest {
  private static final String HEAD =
      "beckon-reference-data,1,v7,2026-11-01\nkind,country,prefix,zones,state,lineType\n";
  private static final ZoneKey EAST = new ZoneKey("America/New_York");

  @Test
  void readsHeadingCountsAndTheLongestPrefix() throws IOException {
    var data =
        read(
            HEAD
                + """
                # comment

                NUMBER,,1,America/Chicago|America/New_York,,
                NUMBER,,1212555,America/Denver,CO,mobile
                POSTAL,GB,SW1A 1,Europe/London,,
                """);
    assertThat(data.heading()).isEqualTo(new DataSet.Heading("v7", LocalDate.of(2026, 11, 1)));
    assertThat(data.counts()).isEqualTo(new DataSet.Counts(2, 1, 0, 0));
    assertThat(data.number(facts("+12125550123")))
        .isEqualTo(
            new DeviceFacts(
                new Device("+12125550123"),
                "US",
                "CO",
                LineType.MOBILE,
                new ZoneKey("America/Denver")));
    assertThat(data.number(facts("+12125560123")).zones().value())
        .isEqualTo("America/Chicago|America/New_York");
    assertThat(data.number(facts("+12125560123")).state()).as("its own").isEqualTo("NY");
    assertThat(data.number(facts("+442079460958"))).isEqualTo(facts("+442079460958"));
    assertThat(data.postalCode("GB", "sw1a-1AA").value()).isEqualTo("Europe/London");
    assertThat(data.postalCode("US", "SW1A 1AA")).isEqualTo(ZoneKey.UNKNOWN);
    assertThat(data.postalCode("US", "日本")).isEqualTo(ZoneKey.UNKNOWN);
  }

  @Test
  void aPostalCodeThatIsNotInTheFileIsAsTheProgramKnowsIt() throws IOException {
    var data =
        read(
            HEAD
                + "POSTAL,US,90001,America/Denver,,\nCOUNTRY,NZ,64,Pacific/Auckland,,\n"
                + "COUNTRY,AU,61,Australia/Perth,,\n");
    assertThat(data.postalCode("US", "90001").value()).isEqualTo("America/Denver");
    assertThat(data.postalCode("US", "90002").value()).isEqualTo("America/Los_Angeles");
    assertThat(data.postalCode("GB", "SW1B 1AA").value()).isEqualTo("Europe/London");
    assertThat(data.postalCode("NZ", "1010").value())
        .as("no more than its country is known of it, and that the file knows")
        .isEqualTo("Pacific/Auckland");
    assertThat(data.postalCode("AU", "2000").value()).isEqualTo("Australia/Sydney");
  }

  @Test
  void findsTheSamePrefixAsTryingThemAll() throws IOException {
    var random = new Random(3);
    Map<String, String> prefixes = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      var prefix = Long.toString(1 + random.nextInt(9)) + digits(random, random.nextInt(11));
      prefixes.put(prefix, random.nextBoolean() ? "America/Chicago" : "America/Denver");
    }
    var file = new StringBuilder(HEAD);
    prefixes.forEach((p, zone) -> file.append("NUMBER,,%s,%s,,\n".formatted(p, zone)));
    var data = read(file.toString());
    int found = 0;
    for (int i = 0; i < 50_000; i++) {
      var number = Long.toString(1 + random.nextInt(9)) + digits(random, 6 + random.nextInt(9));
      var expected = naive(prefixes, number);
      found += expected.equals(EAST.value()) ? 0 : 1;
      assertThat(data.number(facts("+" + number)).zones().value()).as(number).isEqualTo(expected);
    }
    assertThat(found).isGreaterThan(10_000);
  }

  private static String naive(Map<String, String> prefixes, String number) {
    for (int length = number.length(); length > 0; length--) {
      var zone = prefixes.get(number.substring(0, length));
      if (zone != null) {
        return zone;
      }
    }
    return EAST.value();
  }

  private static String digits(Random random, int n) {
    var digits = new StringBuilder();
    for (int i = 0; i < n; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "NUMBER,,12a,Europe/London,, ! must name a prefix of 1 to 12 digits",
        "NUMBER,,012,Europe/London,, ! must name a prefix of 1 to 12 digits",
        "NUMBER,,1234567890123,,, ! must name a prefix of 1 to 12 digits",
        "NUMBER,US,1,,, ! must leave the country of a number blank",
        "NUMBER,,1,Europe/Londn,, ! has Europe/Londn",
        "NUMBER,,1,Europe/London|,, ! must name IANA zones",
        "NUMBER,,1,GMT+5,, ! has GMT+5",
        "NUMBER,,1,,,MOBIL ! was MOBIL",
        "NUMBER,,1,,ABCDEFGHIJK, ! at most 10 characters",
        "POSTAL,ZZ,1,Europe/London,, ! country of ISO 3166",
        "POSTAL,GB,,Europe/London,, ! must name a postal code",
        "POSTAL,GB,SW1,,, ! must name the zones",
        "AREA,,1,,, ! must be of kind NUMBER, POSTAL, STATE or COUNTRY",
        "NUMBER,,1,,, , ! has 7 fields"
      })
  void namesTheLineThatIsWrong(String line, String reason) {
    assertThatThrownBy(() -> read(HEAD + "NUMBER,,49,,,\n" + line + "\n"))
        .isInstanceOf(BadReferenceDataException.class)
        .hasMessageContaining("Line 4 ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'' ! must be beckon-reference-data",
        "PNG ! must be beckon-reference-data",
        "beckon-reference-data,2,v,2026-11-01 ! must be beckon-reference-data,1",
        "beckon-reference-data,1,,2026-11-01 ! must name a version",
        "beckon-reference-data,1,v,01.11.2026 ! must name a date",
        "beckon-reference-data,1,v,2026-11-01 ! must be the names of the columns"
      })
  void refusesWhatDoesNotBeginLikeIt(String text, String reason) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining("Line ");
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BadReferenceDataException.class,
            e -> assertThat(e.flaws().toString()).contains(reason));
  }

  @Test
  void saysNoMoreThanAHundredThingsAndKeepsNoEndlessLine() {
    assertThatThrownBy(() -> read(HEAD + "x\n".repeat(500)))
        .isInstanceOfSatisfying(
            BadReferenceDataException.class, e -> assertThat(e.flaws()).hasSize(100));
    assertThatThrownBy(() -> DataSetReader.read(endless(200_000_000)))
        .isInstanceOf(BadReferenceDataException.class);
  }

  private static InputStream endless(long bytes) {
    return new InputStream() {
      private long left = bytes;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] into, int at, int length) {
        if (left <= 0) {
          return -1;
        }
        int n = (int) Math.min(length, left);
        java.util.Arrays.fill(into, at, at + n, (byte) 'x');
        left -= n;
        return n;
      }
    };
  }

  private static DeviceFacts facts(String number) {
    return new DeviceFacts(new Device(number), "US", "NY", LineType.FIXED_LINE_OR_MOBILE, EAST);
  }

  private static DataSet read(String text) throws IOException {
    return DataSetReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
