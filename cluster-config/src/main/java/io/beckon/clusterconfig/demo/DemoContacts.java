package io.beckon.clusterconfig.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A sample list for any hour of any day: half of the people live where it is day now and may be
 * called, half where it is night and may not, so that the demo shows both.
 */
final class DemoContacts {
  private static final LocalTime MIDDAY = LocalTime.of(14, 0);
  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Ben", "Chloe", "Dev", "Ema", "Finn", "Grace", "Hugo", "Ines", "Jun");
  private static final List<String> LAST_NAMES =
      List.of("Archer", "Brook", "Castle", "Dale", "Ellis", "Forest", "Grove", "Hill");

  /**
   * Around the earth without a wide gap. Where regulators keep numbers for fiction, those: 555-01XX
   * of the North American plan, Ofcom's and ACMA's drama numbers.
   *
   * @param prefix what stands before the last two digits
   */
  record Region(String prefix, ZoneId zone, String country) {}

  static final List<Region> REGIONS =
      List.of(
          new Region("+121255501", ZoneId.of("America/New_York"), "US"),
          new Region("+121355501", ZoneId.of("America/Los_Angeles"), "US"),
          new Region("+180855501", ZoneId.of("Pacific/Honolulu"), "US"),
          new Region("+4420794600", ZoneId.of("Europe/London"), "GB"),
          new Region("+9111234567", ZoneId.of("Asia/Kolkata"), "IN"),
          new Region("+612555001", ZoneId.of("Australia/Sydney"), "AU"));

  private DemoContacts() {}

  /** A CSV file with header. */
  static String csv(Instant now, int contacts) {
    var csv = new StringBuilder("phone,first name,last name,client id,country\n");
    var day = day(now);
    var night = night(now);
    for (int i = 0; i < contacts; i++) {
      var region = i % 2 == 0 ? day : night;
      csv.append(
          "%s%02d,%s,%s,demo-%d,%s%n"
              .formatted(
                  region.prefix(),
                  i / 2 % 100,
                  FIRST_NAMES.get(i % FIRST_NAMES.size()),
                  LAST_NAMES.get(i % LAST_NAMES.size()),
                  i,
                  region.country()));
    }
    return csv.toString();
  }

  /** Where it is closest to two in the afternoon. */
  static Region day(Instant now) {
    return REGIONS.stream().min(byDistanceFromMidday(now)).orElseThrow();
  }

  /** Where it is furthest from that. */
  static Region night(Instant now) {
    return REGIONS.stream().max(byDistanceFromMidday(now)).orElseThrow();
  }

  private static Comparator<Region> byDistanceFromMidday(Instant now) {
    return Comparator.comparing(
        region -> {
          var distance = Duration.between(MIDDAY, now.atZone(region.zone()).toLocalTime()).abs();
          return distance.compareTo(Duration.ofHours(12)) > 0
              ? Duration.ofHours(24).minus(distance)
              : distance;
        });
  }
}
