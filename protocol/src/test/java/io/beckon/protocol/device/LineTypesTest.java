package io.beckon.protocol.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever way a number is read, its line type is the library's. */
class LineTypesTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** With -DargLine=-Dbeckon.test.numbers=1000000 as many of each plan as a large file has. */
  private static final int NUMBERS = Integer.getInteger("beckon.test.numbers", 20_000);

  record Plan(String country, List<String> beginnings) {
    @Override
    public String toString() {
      return country;
    }
  }

  static Stream<Plan> bigPlans() {
    return Stream.of("US", "CA", "GB", "DE", "FR", "IT", "ES", "BR", "MX", "IN", "AU", "JP", "CN")
        .map(country -> new Plan(country, beginnings(country)));
  }

  /** Numbers near the library's examples, so that every type comes up. */
  private static List<String> beginnings(String country) {
    List<String> found = new ArrayList<>();
    for (var type : PhoneNumberUtil.PhoneNumberType.values()) {
      var example = LIBRARY.getExampleNumberForType(country, type);
      if (example != null) {
        found.add(LIBRARY.format(example, PhoneNumberUtil.PhoneNumberFormat.E164));
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("bigPlans")
  void isTheLibrarys(Plan plan) throws NumberParseException {
    var random = new Random(plan.country().hashCode());
    Map<LineType, Integer> seen = new EnumMap<>(LineType.class);
    for (int i = 0; i < NUMBERS; i++) {
      var text = near(plan.beginnings().get(random.nextInt(plan.beginnings().size())), random);
      if (PhoneNumbers.parse(text, plan.country()) instanceof PhoneReading.Dialable read) {
        var type = read.facts().lineType();
        var number = LIBRARY.parse(text, plan.country());
        assertThat(type).as(text).isNotNull();
        assertThat(type.name()).as(text).isEqualTo(LIBRARY.getNumberType(number).name());
        seen.merge(type, 1, Integer::sum);
      }
    }
    assertThat(seen.size()).as("types of " + plan + ": " + seen).isGreaterThanOrEqualTo(3);
    assertThat(seen.values().stream().mapToInt(n -> n).sum()).isGreaterThan(NUMBERS / 20);
  }

  private static String near(String example, Random random) {
    var number = new StringBuilder(example);
    int keep = KEPT + random.nextInt(example.length() - KEPT);
    for (int i = keep; i < number.length(); i++) {
      number.setCharAt(i, (char) ('0' + random.nextInt(10)));
    }
    return number.toString();
  }

  /** The plus sign, the country code and a digit of the example stay. */
  private static final int KEPT = 4;

  @Test
  void isStoredUnderALetterOfItsOwn() {
    var codes = Arrays.stream(LineType.values()).map(LineType::code).distinct().toList();
    assertThat(codes).hasSize(LineType.values().length).allMatch(c -> c.length() == 1);
    for (var type : LineType.values()) {
      assertThat(LineType.ofCode(type.code())).contains(type);
    }
    assertThat(LineType.ofCode("?")).isEmpty();
  }

  @Test
  void knowsEveryTypeOfTheLibrary() {
    for (var type : PhoneNumberUtil.PhoneNumberType.values()) {
      assertThat(LineType.of(type).name()).isEqualTo(type.name());
    }
  }
}
