package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.ContactDatesRule;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.TimeRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CONTACT_DATES rules: nobody is contacted while one of these dates is where they may be. */
final class ContactDatesCheck implements Check.Local {
  @Override
  public List<Finding> look(Inquiry inquiry) {
    ContactTimes times = inquiry.times();
    List<Finding> result = new ArrayList<>();
    for (TimeRule rule : times.rulesFor(inquiry.whereabouts())) {
      if (rule instanceof ContactDatesRule dates) {
        result.add(finding(dates, times, inquiry));
      }
    }
    return result;
  }

  private static Finding finding(ContactDatesRule rule, ContactTimes times, Inquiry inquiry) {
    var who = inquiry.whereabouts();
    if (times.isOpen(rule, who, inquiry.at())) {
      return Finding.allowed(rule.ref(), "no date on which nobody is contacted");
    }
    String what =
        times.zones(who).stream()
            .flatMap(zone -> today(rule, zone, inquiry).stream())
            .findFirst()
            .orElse("A date on which nobody is contacted begins while it would ring.");
    return Finding.denied(rule.ref(), what, times.nextOpening(who, inquiry.at()).orElse(null));
  }

  private static Optional<String> today(ContactDatesRule rule, ZoneId zone, Inquiry inquiry) {
    LocalDate day = LocalDate.ofInstant(inquiry.at(), zone);
    return rule.on(day)
        .map(name -> "Nobody is contacted on " + name + ", " + day + " in " + zone + ".");
  }
}
