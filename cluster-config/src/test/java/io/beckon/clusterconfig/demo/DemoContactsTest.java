package io.beckon.clusterconfig.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  @Test
  void someRegionIsOpenAndSomeIsClosedAtAnyHourOfAnyDay() {
    assertThat(halfHoursOfAYear().filter(now -> !isOpenByDay(now) || !isClosedByNight(now)))
        .isEmpty();
  }

  @Test
  void everyNumberIsValidAndStandsThereOnce() throws Exception {
    var phones = PhoneNumberUtil.getInstance();
    var numbers =
        DemoContacts.csv(MONDAY, 200).lines().skip(1).map(row -> row.split(",")[0]).toList();

    assertThat(numbers).hasSize(200).doesNotHaveDuplicates();
    for (var region : DemoContacts.REGIONS) {
      assertThat(phones.isValidNumber(phones.parse(region.prefix() + "42", null)))
          .as(region.toString())
          .isTrue();
    }
  }

  private static boolean isOpenByDay(Instant now) {
    var time = now.atZone(DemoContacts.day(now).zone()).toLocalTime();
    return !time.isBefore(LocalTime.of(8, 30)) && time.isBefore(LocalTime.of(20, 0));
  }

  private static boolean isClosedByNight(Instant now) {
    var time = now.atZone(DemoContacts.night(now).zone()).toLocalTime();
    return time.isBefore(LocalTime.of(7, 0)) || time.isAfter(LocalTime.of(21, 30));
  }

  private static Stream<Instant> halfHoursOfAYear() {
    return IntStream.range(0, 365 * 48).mapToObj(i -> MONDAY.plus(Duration.ofMinutes(30L * i)));
  }
}
