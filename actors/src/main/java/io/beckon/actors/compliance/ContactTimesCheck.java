package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.ContactTimesRule;
import io.beckon.protocol.compliance.TimeRule;
import io.beckon.protocol.device.ZoneKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The default hours and the tenant's CONTACT_TIMES rules, in every zone the device may be in. */
final class ContactTimesCheck implements Check.Local {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  @Override
  public List<Finding> look(Inquiry inquiry) {
    ContactTimes times = inquiry.times();
    var who = inquiry.whereabouts();
    ZoneKey zones = who.deviceZones();
    List<Finding> result = new ArrayList<>();
    for (TimeRule rule : times.rulesFor(who)) {
      if (!(rule instanceof ContactTimesRule)) {
        continue;
      }
      if (times.isOpen(rule, who, inquiry.at())) {
        result.add(Finding.allowed(rule.ref(), "open: " + clocks(zones, times, inquiry.at())));
      } else {
        result.add(
            Finding.denied(
                rule.ref(),
                (times.isClosing(rule, who, inquiry.at())
                        ? "The contact times end while it would ring: "
                        : "Outside the contact times: ")
                    + clocks(zones, times, inquiry.at())
                    + ".",
                times.nextOpening(who, inquiry.at()).orElse(null)));
      }
    }
    return result;
  }

  /** What the clocks say where the device may be; a stand-in is called one. */
  static String clocks(ZoneKey zones, ContactTimes times, Instant at) {
    List<ZoneId> all = (zones.isUnknown() ? times.defaultZones() : zones).zones();
    String said =
        all.stream()
            .limit(4)
            .map(zone -> CLOCK.format(at.atZone(zone)) + " in " + zone)
            .collect(Collectors.joining(", "));
    String more = all.size() > 4 ? " and " + (all.size() - 4) + " more zones" : "";
    String standIn = zones.isUnknown() ? " (zone not known, the tenant's default stands in)" : "";
    return said + more + standIn;
  }
}
