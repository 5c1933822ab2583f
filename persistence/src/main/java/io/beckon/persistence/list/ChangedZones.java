package io.beckon.persistence.list;

import io.beckon.persistence.list.KnownContacts.Link;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the zones of devices true when a contact is changed: they are the union of what a number
 * says and the zone given with the contact, be it given now or before.
 */
final class ChangedZones {
  private ChangedZones() {}

  /**
   * The row with the devices that the contact is to have; none when its chain stays as it is.
   *
   * @param before the contact's time zone
   * @param chain the contact's devices
   */
  static CookedContact of(CookedContact row, @Nullable String before, List<Link> chain) {
    if (!row.devices().isEmpty()) {
      return row.timeZone() != null || before == null
          ? row
          : row.with(row.devices().stream().map(d -> zoned(d, before)).toList());
    }
    var given = row.timeZone();
    return given == null || given.equals(before)
        ? row
        : row.with(chain.stream().map(d -> anew(d, given)).toList());
  }

  private static CookedDevice zoned(CookedDevice device, String zone) {
    return new CookedDevice(
        device.column(),
        device.value(),
        device.country(),
        device.state(),
        Zones.withGiven(device.zones(), zone));
  }

  private static CookedDevice anew(Link device, String zone) {
    var byNumber =
        PhoneNumbers.parse(device.value(), "US") instanceof PhoneReading.Dialable number
            ? number.facts().zones()
            : ZoneKey.UNKNOWN;
    return new CookedDevice(
        "", device.value(), device.country(), device.state(), Zones.withGiven(byNumber, zone));
  }
}
