package io.beckon.persistence.list;

import io.beckon.persistence.list.KnownContacts.Link;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.reference.Locator.Whereabouts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the zones of devices true when a contact is changed: they are what the number says together
 * with the zone and the postal code of the contact, be they given now or before.
 */
record ChangedZones(CookTerms terms) {
  /**
   * The row with the devices that the contact is to have; none when its chain stays as it is.
   *
   * @param before what was known of the contact's place
   * @param chain the contact's devices
   */
  CookedContact of(CookedContact row, Whereabouts before, List<Link> chain) {
    var was = terms.whereabouts(before.zone(), before.country(), before.postalCode());
    var is =
        terms.whereabouts(
            either(row.timeZone(), before.zone()),
            either(row.country(), before.country()),
            either(row.postalCode(), before.postalCode()));
    if (!row.devices().isEmpty()) {
      var own = terms.whereabouts(row.timeZone(), row.country(), row.postalCode());
      return own.equals(is)
          ? row
          : row.with(row.devices().stream().map(d -> d.in(zones(d, is))).toList());
    }
    return was.equals(is) ? row : row.with(chain.stream().map(d -> anew(d, is)).toList());
  }

  private static @Nullable String either(@Nullable String given, @Nullable String before) {
    return given == null ? before : given;
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
