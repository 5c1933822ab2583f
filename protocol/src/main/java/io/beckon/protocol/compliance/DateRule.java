package io.beckon.protocol.compliance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that comes every year, or once. Written {@code 12-25}; {@code 2026-12-24} once; {@code
 * 11-THU-4} the fourth Thursday of November, {@code 05-MON-L} the last Monday of May; {@code
 * MON<05-25} the last Monday before, {@code MON>=06-19} the first on or after; {@code EASTER} of
 * the Western churches. A number of days may follow: {@code EASTER-2}, {@code 11-THU-4+1}.
 */
sealed interface DateRule {
  Pattern ONCE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  Pattern YEARLY = Pattern.compile("([0-9]{2})-([0-9]{2})");
  Pattern NTH = Pattern.compile("([0-9]{2})-([A-Z]{3})-([1-5L])([+-][0-9]{1,3})?");
  Pattern BESIDE = Pattern.compile("([A-Z]{3})(<|>=)([0-9]{2})-([0-9]{2})");
  Pattern EASTER = Pattern.compile("EASTER([+-][0-9]{1,3})?");

  /** Empty when that year has no such day, such as 29 February. */
  Optional<LocalDate> in(int year);

  /** One day of one year. */
  record Once(LocalDate date) implements DateRule {
    @Override
    public Optional<LocalDate> in(int year) {
      return date.getYear() == year ? Optional.of(date) : Optional.empty();
    }
  }

  /** The same day of every year. */
  record Yearly(MonthDay day) implements DateRule {
    @Override
    public Optional<LocalDate> in(int year) {
      return day.isValidYear(year) ? Optional.of(day.atYear(year)) : Optional.empty();
    }
  }

  /**
   * The n-th weekday of a month.
   *
   * @param n 1 to 5; 0: the last
   */
  record Nth(int month, DayOfWeek day, int n, int plus) implements DateRule {
    @Override
    public Optional<LocalDate> in(int year) {
      YearMonth in = YearMonth.of(year, month);
      LocalDate first = in.atDay(1);
      LocalDate found =
          n == 0
              ? first.with(TemporalAdjusters.lastInMonth(day))
              : first.with(TemporalAdjusters.dayOfWeekInMonth(n, day));
      return YearMonth.from(found).equals(in)
          ? Optional.of(found.plusDays(plus))
          : Optional.empty();
    }
  }

  /** The weekday next to a day: before it, or on it and after. */
  record Beside(DayOfWeek weekday, boolean before, MonthDay day) implements DateRule {
    @Override
    public Optional<LocalDate> in(int year) {
      LocalDate anchor = day.atYear(year);
      return Optional.of(
          anchor.with(
              before
                  ? TemporalAdjusters.previous(weekday)
                  : TemporalAdjusters.nextOrSame(weekday)));
    }
  }

  /** So many days after Easter Sunday. */
  record AfterEaster(int days) implements DateRule {
    @Override
    public Optional<LocalDate> in(int year) {
      return Optional.of(easter(year).plusDays(days));
    }
  }

  /** By the anonymous Gregorian computus (Nature, 20 April 1876). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }

  /** Throws an {@link IllegalArgumentException} that names the text. */
  static DateRule parse(String text) {
    try {
      return read(text.strip().toUpperCase(java.util.Locale.ROOT));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("no such day: " + text, e);
    }
  }

  private static DateRule read(String text) {
    Matcher m = ONCE.matcher(text);
    if (m.matches()) {
      return new Once(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
    }
    m = YEARLY.matcher(text);
    if (m.matches()) {
      return new Yearly(MonthDay.of(number(m, 1), number(m, 2)));
    }
    m = NTH.matcher(text);
    if (m.matches()) {
      int n = m.group(3).equals("L") ? 0 : number(m, 3);
      return new Nth(YearMonth.of(2000, number(m, 1)).getMonthValue(), day(m, 2), n, plus(m, 4));
    }
    m = BESIDE.matcher(text);
    if (m.matches()) {
      return new Beside(day(m, 1), m.group(2).equals("<"), MonthDay.of(number(m, 3), number(m, 4)));
    }
    m = EASTER.matcher(text);
    if (m.matches()) {
      return new AfterEaster(plus(m, 1));
    }
    throw new IllegalArgumentException(
        "cannot be read as a day: \""
            + text
            + "\"; write 12-25, 2026-12-24, 11-THU-4, 05-MON-L, MON<05-25, MON>=06-19 or EASTER-2");
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int plus(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private static DayOfWeek day(Matcher m, int group) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(m.group(group)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no weekday: " + m.group(group)));
  }
}
