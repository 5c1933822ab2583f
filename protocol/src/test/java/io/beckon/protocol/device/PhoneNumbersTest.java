package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "(212) 555-0123, US, +12125550123",
    "212.555.0123, US, +12125550123",
    "1 212 555 0123, US, +12125550123",
    "+1 212 555 0123, GB, +12125550123",
    "+1 (212) 555-0123, US, +12125550123",
    "tel:+1-212-555-0123, US, +12125550123",
    "1-800-FLOWERS, US, +18003569377",
    "07400 123456, GB, +447400123456",
    "+44 7400 123456, US, +447400123456",
    "+44 (0)7400 123456, US, +447400123456",
    "0044 7400 123456, GB, +447400123456",
    "0044 7400 123456, US, +447400123456",
    "011 44 7400 123456, US, +447400123456",
    "011 49 30 901820, GB, +4930901820",
    "030 901820, DE, +4930901820",
    "+800 1234 5678, US, +80012345678",
    "'=\"+12125550123\"', US, +12125550123",
    "'=\"2125550123\"', US, +12125550123",
    "=+12125550123, US, +12125550123",
    "12125550123.0, US, +12125550123",
    "1.2125550123E+10, US, +12125550123",
    "'2,125550123e9', US, +12125550123"
  })
  void readsNationalAndInternationalForms(String text, String country, String e164) {
    assertThat(facts(text, country).device().value()).isEqualTo(e164);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1.2125E+10", "'1,2125E+10'", "=1.21E+10", "'=\"1.2E10\"'"})
  void saysThatASpreadsheetHasLostDigits(String text) {
    assertThat(PhoneNumbers.parse(text, "US"))
        .isEqualTo(new PhoneReading.Rejected(PhoneReading.Rejected.LOST_DIGITS));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "'', US",
    "abc, US",
    "12345, US",
    "911, US",
    "+1 112 555 0123, US",
    "447400123456, US",
    "1.2125E+10, US",
    "'1,2125E+10', US",
    "1.21255501234E+10, US",
    "1E+999, US",
    "1E+9999999999, US",
    "=A1+2125550123, US",
    "+999 123 456 789, US",
    "=1+1, US",
    "nobody@example.com, US"
  })
  void refusesWhatIsNoNumber(String text, String country) {
    assertThat(PhoneNumbers.parse(text, country)).isInstanceOf(PhoneReading.Rejected.class);
  }

  @Test
  void refusesAnExtensionToDialButSuppressesItsWholeLine() {
    assertThat(PhoneNumbers.parse("212 555 0123 ext. 45", "US"))
        .isInstanceOf(PhoneReading.Rejected.class);
    assertThat(PhoneNumbers.parseSuppressed("212 555 0123 ext. 45", "US"))
        .isInstanceOfSatisfying(
            PhoneReading.Dialable.class,
            d -> assertThat(d.facts().device().value()).isEqualTo("+12125550123"));
  }

  @Test
  void refusesAVeryLongTextWithoutReadingIt() {
    assertThat(PhoneNumbers.parse("2".repeat(10_000_000), "US"))
        .isInstanceOf(PhoneReading.Rejected.class);
  }

  @ParameterizedTest(name = "{0} may be in {1}")
  @CsvSource({
    "+12125550123, America/New_York, US, NY",
    "+18505550123, America/Chicago|America/New_York, US, FL",
    "+12195550123, America/Chicago|America/New_York, US, IN",
    "+12085550123, America/Boise|America/Los_Angeles, US, ID",
    "+12705550123, America/Chicago|America/New_York, US, KY",
    "+16055550123, America/Chicago|America/Denver, US, SD",
    "+17015550123, America/Chicago|America/Denver, US, ND",
    "+13085550123, America/Chicago|America/Denver, US, NE",
    "+17855550123, America/Chicago|America/Denver, US, KS",
    "+16205550123, America/Chicago|America/Denver, US, KS",
    "+19155550123, America/Chicago|America/Denver, US, TX",
    "+14235550123, America/Chicago|America/New_York, US, TN",
    "+19285550123, America/Denver|America/Phoenix, US, AZ",
    "+19075550123, America/Adak|America/Anchorage, US, AK",
    "+18085550123, Pacific/Honolulu, US, HI",
    "+14165550123, America/Toronto, CA, ON",
    "+17095550123, America/Goose_Bay|America/St_Johns, CA, NL",
    "+442079460958, Europe/London, GB,",
    "+4930901820, Europe/Berlin, DE,"
  })
  void namesEveryZoneANumberMayBeIn(String number, String zones, String country, String state) {
    var facts = facts(number, "US");
    assertThat(facts.zones().value()).isEqualTo(zones);
    assertThat(facts.country()).isEqualTo(country);
    assertThat(facts.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"+18005550123", "+80012345678", "+448081570192"})
  void knowsNoZoneOfNumbersThatRingAnywhere(String number) {
    assertThat(facts(number, "US").zones()).isEqualTo(ZoneKey.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "+12125550123, FIXED_LINE_OR_MOBILE",
    "+18005550123, TOLL_FREE",
    "+19005550123, PREMIUM_RATE",
    "+15005550123, PERSONAL_NUMBER",
    "+447400123456, MOBILE",
    "+442079460958, FIXED_LINE",
    "+445612345678, VOIP",
    "+611300123456, SHARED_COST",
    "+448431234567, PREMIUM_RATE",
    "+449098790123, PREMIUM_RATE",
    "+447640123456, PAGER",
    "+445511234567, UAN",
    "+80012345678, TOLL_FREE",
    "+4915123456789, MOBILE",
    "+4930901820, FIXED_LINE"
  })
  void tellsWhatKindOfLineANumberIs(String number, LineType type) {
    assertThat(facts(number, "US").lineType()).isEqualTo(type);
  }

  @Test
  void everyZoneOfTheAreaCodesIsOneThatClocksKnow() {
    for (int code = 200; code < 1000; code++) {
      var number = new com.google.i18n.phonenumbers.Phonenumber.PhoneNumber();
      var areaCode =
          AreaCodes.of(number.setCountryCode(1).setNationalNumber(code * 10_000_000L + 5_550_123L));
      if (areaCode != null) {
        assertThat(areaCode.zones().zones()).isNotEmpty();
      }
    }
  }

  @Test
  void addsAGivenZoneToThoseOfTheNumber() {
    assertThat(Zones.withGiven(new ZoneKey("America/New_York"), "America/Chicago").value())
        .isEqualTo("America/Chicago|America/New_York");
    assertThat(Zones.withGiven(ZoneKey.UNKNOWN, "America/Chicago").value())
        .isEqualTo("America/Chicago");
    assertThat(Zones.isZone("Europe/Paris")).isTrue();
    assertThat(Zones.isZone("GMT+5")).isFalse();
    assertThat(Zones.isZone("Etc/GMT+5")).isFalse();
  }

  private static DeviceFacts facts(String text, String country) {
    var reading = PhoneNumbers.parse(text, country);
    assertThat(reading).as(text).isInstanceOf(PhoneReading.Dialable.class);
    return ((PhoneReading.Dialable) reading).facts();
  }
}
