package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.AttemptRule.LocalDays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when attempts count for days of the calendar, and when one counts no more. */
class AttemptSpanTest {
  @ParameterizedTest(name = "{1} days at {0} in {2}")
  @CsvSource({
    // at, days, zones, counted from, an attempt made then leaves at
    "2026-06-03T18:00:00Z, 1, America/New_York, 2026-06-03T04:00:00Z, 2026-06-04T04:00:00Z",
    "2026-06-03T18:00:00Z, 7, America/New_York, 2026-05-28T04:00:00Z, 2026-06-10T04:00:00Z",
    // 05:00Z is the third in New York and still the second in Los Angeles
    "2026-06-03T05:00:00Z, 1, America/New_York|America/Los_Angeles, 2026-06-02T07:00:00Z, 2026-06-04T04:00:00Z",
    // the night that has 25 hours, and the one that has 23
    "2026-11-01T18:00:00Z, 1, America/Chicago, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z",
    "2026-03-08T18:00:00Z, 1, America/Chicago, 2026-03-08T06:00:00Z, 2026-03-09T05:00:00Z",
    // Beirut's clocks are put forward at midnight, so that this day begins at 01:00
    "2026-03-29T12:00:00Z, 1, Asia/Beirut, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
  })
  void isReckonedFromTheFirstMidnightAndLeftByTheLast(
      Instant at, int days, String zones, Instant from, Instant leaves) {
    List<ZoneId> all = Stream.of(zones.split("\\|")).map(ZoneId::of).toList();

    assertThat(new LocalDays(days).after(at, all)).isEqualTo(from.minusMillis(1));
    assertThat(new LocalDays(days).leaves(at, all)).isEqualTo(leaves);
  }

  @ParameterizedTest
  @CsvSource({
    ", , within",
    "PT24H, 1, within",
    "PT0.5S, , within",
    "P32D, , within",
    ", 0, localDays",
    ", 31, localDays",
  })
  void aRuleHasOneSpanThatIsRemembered(
      @Nullable Duration within, @Nullable Integer localDays, String field) {
    assertThatThrownBy(
            () ->
                new AttemptSpec(
                    "x", true, null, Set.of(), null, 1, within, localDays, null, null, null, null))
        .isInstanceOfSatisfying(InvalidField.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
