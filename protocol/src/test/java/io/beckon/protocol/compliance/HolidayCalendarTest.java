package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayCalendarTest {
  /** Dates worked out by hand from the rules named in holidays.csv. */
  @ParameterizedTest(name = "{1} is {2} in {0}")
  @CsvSource({
    "US, 2026-01-19, Birthday of Martin Luther King Jr.",
    "US, 2026-02-16, Washington's Birthday",
    "US, 2026-05-25, Memorial Day",
    "US, 2026-07-03, Independence Day (observed)",
    "US, 2026-07-04, Independence Day",
    "US, 2021-12-31, New Year's Day (observed)",
    "US, 2023-01-02, New Year's Day (observed)",
    "US, 2026-11-26, Thanksgiving Day",
    "US-LA, 2026-02-17, Mardi Gras",
    "US-LA, 2026-04-03, Good Friday",
    "US-LA, 2026-11-27, Acadian Day",
    "US-LA, 2026-07-04, Independence Day",
    "US-AL, 2026-04-27, Confederate Memorial Day",
    "US-UT, 2027-07-23, Pioneer Day (observed)",
    "US-UT, 2029-06-18, Juneteenth",
    "US-PA, 2026-11-03, Election Day",
    "CA, 2026-05-18, Victoria Day",
    "CA, 2027-05-24, Victoria Day",
    "GB-ENG, 2022-12-26, Boxing Day",
    "GB-ENG, 2022-12-27, Christmas Day (observed)",
    "GB-ENG, 2021-12-27, Christmas Day (observed)",
    "GB-ENG, 2021-12-28, Boxing Day (observed)",
    "GB-SCT, 2022-01-03, New Year's Day (observed)",
    "GB-SCT, 2022-01-04, 2 January (observed)",
    "FR, 2026-05-14, Ascension",
    "FR, 2026-05-25, Lundi de Pentecôte",
    "DE-SN, 2026-11-18, Buß- und Bettag",
    "DE-SN, 2027-11-17, Buß- und Bettag",
    "DE-NW, 2026-06-04, Fronleichnam",
    "DE, 2026-04-06, Ostermontag",
    "AU, 2027-12-27, Christmas Day (observed)",
    "AU, 2027-12-28, Boxing Day (observed)",
  })
  void knowsTheDaysOfTheLaw(String calendar, LocalDate day, String name) {
    assertThat(HolidayCalendars.find(calendar).orElseThrow().on(day)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "US, 2026-07-02",
    "US, 2026-04-03",
    "US, 2020-06-19",
    "US-LA, 2026-11-04",
    "GB-ENG, 2022-12-28",
    "DE, 2026-06-04",
    "FR, 2026-04-03",
    "CA, 2026-05-25",
  })
  void otherDaysAreDays(String calendar, LocalDate day) {
    assertThat(HolidayCalendars.find(calendar).orElseThrow().on(day)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28",
    "2038, 2038-04-25", "2285, 2285-03-22", "1954, 1954-04-18", "1981, 1981-04-19",
  })
  void easterIsWhereTheTablesHaveIt(int year, LocalDate easter) {
    assertThat(DateRule.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "02-29, 2028, 2028-02-29",
    "02-29, 2026, ",
    "01-MON-5, 2026, ",
    "03-MON-5, 2026, 2026-03-30",
    "02-SUN-L, 2026, 2026-02-22",
    "11-thu-4+1, 2026, 2026-11-27",
    "MON<05-25, 2026, 2026-05-18",
    "MON>=05-25, 2026, 2026-05-25",
    "easter-2, 2026, 2026-04-03",
    "2026-12-24, 2026, 2026-12-24",
    "2026-12-24, 2027, ",
  })
  void readsEveryKindOfDay(String text, int year, LocalDate day) {
    assertThat(DateRule.parse(text).in(year).orElse(null)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13-01", "2026-02-30", "11-XXX-4", "11-THU-6", "XMAS", "", "13-MON-1"})
  void whatIsNoDayIsRefusedByItsField(String text) {
    assertThatThrownBy(
            () ->
                new ContactDatesSpec(
                    "Closed", true, null, Set.of(), null, Set.of(), List.of("12-24", text)))
        .isInstanceOfSatisfying(InvalidField.class, e -> assertThat(e.field()).isEqualTo("dates"));
  }

  @Test
  void aCalendarThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(
            () ->
                new ContactDatesSpec("Closed", true, null, Set.of(), null, Set.of("XX"), List.of()))
        .hasMessageContaining("has none named XX")
        .hasMessageContaining("US-LA");
  }
}
