package io.beckon.persistence.list;

import io.beckon.persistence.list.KnownContacts.Link;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.reference.Locator.Whereabouts;
import java.util.List;

/**
 * Keeps the zones of devices true when a contact is changed: they are what the number says together
 * with the zone, the postal code and the state of the contact, be they given now or before.
 */
record ChangedZones(CookTerms terms) {
  /**
   * The row with the zones of its person's own place, and with the devices that the contact is to
   * have; none when its chain stays as it is.
   *
   * @param before what was known of the contact's place
   * @param chain the contact's devices
   */
  CookedContact of(CookedContact row, Whereabouts before, List<Link> chain) {
    var own = terms.locator().ownZones(terms.whereabouts(place(row).completedBy(before)));
    return withDevices(row.in(own), before, chain);
  }

  private static Whereabouts place(CookedContact row) {
    return new Whereabouts(row.timeZone(), row.country(), row.postalCode(), row.state());
  }

  private CookedContact withDevices(CookedContact row, Whereabouts before, List<Link> chain) {
    var given = place(row);
    var was = terms.whereabouts(before);
    var is = terms.whereabouts(given.completedBy(before));
    if (!row.devices().isEmpty()) {
      return terms.whereabouts(given).equals(is)
          ? row
          : row.with(row.devices().stream().map(d -> d.in(zones(d, is))).toList());
    }
    return was.equals(is) ? row : row.with(chain.stream().map(d -> anew(d, is)).toList());
  }

  private ZoneKey zones(CookedDevice device, Whereabouts contact) {
    var facts = terms.locator().stored(device.value());
    var byNumber = facts == null ? ZoneKey.UNKNOWN : facts.zones();
    return terms.zones(device.value(), byNumber, contact);
  }

  private CookedDevice anew(Link device, Whereabouts contact) {
    var facts = terms.locator().stored(device.value());
    var zones =
        terms.zones(device.value(), facts == null ? ZoneKey.UNKNOWN : facts.zones(), contact);
    return new CookedDevice(
        "",
        device.value(),
        device.country(),
        facts == null ? device.state() : facts.state(),
        facts == null ? null : facts.lineType(),
        zones);
  }
}
