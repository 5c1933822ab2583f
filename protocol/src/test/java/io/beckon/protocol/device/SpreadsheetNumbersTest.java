package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and copying make of numbers is undone or refused, never another number. */
class SpreadsheetNumbersTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int NUMBERS_PER_COUNTRY =
      Integer.getInteger("beckon.test.texts", 4_800) / 240;

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1,212,555,0123;US;-",
        "12,125,550,123;US;+12125550123",
        "12,125,550,123.00;US;+12125550123",
        "12.125.550.123,00;US;+12125550123",
        "12 125 550 123,0;US;+12125550123",
        "12\u00A0125\u00A0550\u00A0123,0;US;+12125550123",
        "12\u202F125\u202F550\u202F123;US;+12125550123",
        "4'930'901'820;DE;+4930901820",
        "9,98,76,54,321;IN;+919987654321",
        "91,98,76,54,3210;IN;-",
        "9,19,87,65,43,210;IN;+919876543210",
        "4,930,901,820;DE;+4930901820",
        "4930901820.0;DE;+4930901820",
        "+4930901820.0;US;+4930901820",
        "4.93090182E+9;DE;-",
        "4.930901821E+09;DE;+4930901821",
        "+4.930901821E+09;US;+4930901821",
        "1.2125550123 E +10;US;+12125550123",
        "'+4930901820;US;+4930901820",
        "'030 901820';DE;+4930901820",
        "\u2018030 901820;DE;+4930901820",
        "\u202A+49 30 901820\u202C;US;+4930901820",
        "+49\u200E 30\u2060901820;US;+4930901820",
        "\uFEFF030901820;DE;+4930901820",
        "＋４９（３０）９０１８２０;US;+4930901820",
        "４９３０９０１８２０．０;DE;+4930901820",
        "٠٣٠٩٠١٨٢٠;DE;+4930901820",
        "=\"0049 30 901820\";DE;+4930901820",
        "=\"'030901820\";DE;+4930901820",
        "030\u2013901820;DE;+4930901820",
        "01.42.68.53.00;FR;+33142685300",
        "212.555.0100;US;+12125550100",
        "212555.0100;US;+12125550100",
        "212 555.0000;US;+12125550000",
        "1562578444.0;US;-",
        "1562578444.00;US;-",
        "+1562578444.0;US;-",
        "1 562 578 444.0;US;-",
        "1,562,578,444.0;US;-",
        "1562578444.5;US;-",
        "1 562 578 444.5;US;-",
        "１５６２５７８４４４．０;US;-",
      })
  void readsWhatASpreadsheetMadeOfANumber(String text, String country, String number) {
    assertThat(read(text, country)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2125E+10",
        "1,2125E+10",
        "+4.4E11",
        "=\"1.2E10\"",
        "１.２E＋１０",
        "##########",
        "1562578444.5",
        "1 562 578 444,12"
      })
  void saysThatASpreadsheetHasSpoiltIt(String text) {
    assertThat(PhoneNumbers.parse(text, "US"))
        .isInstanceOfSatisfying(
            PhoneReading.Rejected.class, bad -> assertThat(bad.isSpoilt()).as(text).isTrue());
  }

  @Test
  void neverReadsAnotherNumberInAnyCountry() {
    int same = 0;
    for (var region : new TreeSet<>(LIBRARY.getSupportedRegions())) {
      var numbers = new WrittenNumbers(region, 3);
      int code = LIBRARY.getCountryCodeForRegion(region);
      for (int i = 0; i < NUMBERS_PER_COUNTRY; i++) {
        same += neverAnother(code + numbers.national(), region);
      }
    }
    assertThat(same).isGreaterThan(NUMBERS_PER_COUNTRY * 240);
  }

  /** In how many of its forms a number in digits, with country code, is read as itself. */
  private static int neverAnother(String digits, String region) {
    var typed = read(digits, region);
    int same = 0;
    for (var form : spreadsheetForms(digits)) {
      var read = read(form, region);
      assertThat(read).as("%s in %s, typed %s", form, region, digits).isIn(typed, "-");
      same += read.equals("-") ? 0 : 1;
    }
    return same;
  }

  /** What cells become that hold a number, not a text. */
  private static List<String> spreadsheetForms(String digits) {
    long number = Long.parseLong(digits);
    var grouped = String.format(Locale.ROOT, "%,d", number);
    var forms = new ArrayList<>(List.of(digits + ".0", digits + ",00", grouped, grouped + ".00"));
    forms.add(grouped.replace(',', '.') + ",00");
    forms.add(grouped.replace(',', '\u00A0') + ",0");
    forms.add(grouped.replace(',', '\''));
    forms.add("=\"" + digits + "\"");
    forms.add("'" + digits);
    forms.add("\u202A" + digits + "\u202C");
    forms.add(fullWidth(digits) + "．０");
    for (int decimals = 3; decimals < 12; decimals++) {
      forms.add(String.format(Locale.ROOT, "%." + decimals + "E", (double) number));
    }
    return forms;
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .collect(
            StringBuilder::new,
            (text, c) -> text.append((char) (c - '0' + '０')),
            StringBuilder::append)
        .toString();
  }

  private static String read(String text, String country) {
    return PhoneNumbers.parse(text, country) instanceof PhoneReading.Dialable good
        ? good.facts().device().value()
        : "-";
  }
}
