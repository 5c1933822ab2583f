package io.beckon.actors.list;

import io.beckon.protocol.compliance.DefaultZones;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Territories;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads from when and until when an entry holds. A date is a whole day, in a country of several
 * zones from where it begins first to where it ends last: that can only spare somebody a call.
 */
record EntryMoments(ZoneKey zones) {
  /** What is understood, for people. */
  static final String KINDS = "a date (2026-12-31) or a moment (2026-12-31T18:00:00Z)";

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)");
  private static final Pattern WITH_OFFSET =
      Pattern.compile(MOMENT.pattern() + " ?(Z|[+-]\\d{2}:\\d{2})");

  /**
   * @param country ISO 3166 alpha-2
   */
  static EntryMoments in(String country) {
    return new EntryMoments(DefaultZones.of(null, country, Territories.NONE));
  }

  /** The first moment at which the entry holds; empty when the text is neither date nor moment. */
  Optional<Instant> from(String text) {
    return read(
        text, date -> each(zone -> date.atStartOfDay(zone).toInstant()).min(byTime()), true);
  }

  /** The first moment at which it holds no more; a date is the last day on which it does. */
  Optional<Instant> till(String text) {
    return read(
        text,
        day -> each(zone -> day.plusDays(1).atStartOfDay(zone).toInstant()).max(byTime()),
        false);
  }

  private Optional<Instant> read(
      String text, Function<LocalDate, Optional<Instant>> day, boolean earliest) {
    try {
      if (DATE.matcher(text).matches()) {
        return day.apply(LocalDate.parse(text)).flatMap(m -> kept(m, earliest));
      }
      var exact = WITH_OFFSET.matcher(text);
      if (exact.matches()) {
        var moment = exact.group(1) + "T" + exact.group(2) + exact.group(3);
        return Optional.of(OffsetDateTime.parse(moment).toInstant())
            .flatMap(m -> kept(m, earliest));
      }
      var local = MOMENT.matcher(text);
      if (local.matches()) {
        var moment = LocalDateTime.parse(local.group(1) + "T" + local.group(2));
        var all = each(zone -> moment.atZone(zone).toInstant());
        return (earliest ? all.min(byTime()) : all.max(byTime())).flatMap(m -> kept(m, earliest));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Stream<Instant> each(Function<ZoneId, Instant> inZone) {
    return zones.zones().stream().map(inZone);
  }

  private static Comparator<Instant> byTime() {
    return Comparator.naturalOrder();
  }

  /**
   * Within what the database and people's calendars hold: from 1900 is from ever, until 9999-12-31
   * for good. What ended before computers began is a mistake.
   */
  private static Optional<Instant> kept(Instant moment, boolean earliest) {
    if (moment.isBefore(Instant.EPOCH)) {
      return earliest ? Optional.of(Instant.EPOCH) : Optional.empty();
    }
    return Optional.of(moment.isAfter(LAST) ? LAST : moment);
  }
}
