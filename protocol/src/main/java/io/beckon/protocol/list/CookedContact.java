package io.beckon.protocol.list;

import io.beckon.protocol.device.ZoneKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One good row, ready to be stored.
 *
 * @param timeZone IANA name as given
 * @param zones where the person's own place may be: the zone given, else those of the postal code
 * @param other JSON object of all further columns; null when there are none
 * @param devices up to 10, in the order of trying; none only in a row that changes a contact
 */
public record CookedContact(
    long row,
    long line,
    @Nullable String clientId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String timeZone,
    @Nullable String postalCode,
    @Nullable String state,
    @Nullable String country,
    ZoneKey zones,
    @Nullable String other,
    List<CookedDevice> devices) {
  /** One of whose place nothing is known but the zone given. */
  public CookedContact(
      long row,
      long line,
      @Nullable String clientId,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      @Nullable String timeZone,
      @Nullable String postalCode,
      @Nullable String state,
      @Nullable String country,
      @Nullable String other,
      List<CookedDevice> devices) {
    this(
        row,
        line,
        clientId,
        firstName,
        lastName,
        company,
        timeZone,
        postalCode,
        state,
        country,
        timeZone == null ? ZoneKey.UNKNOWN : new ZoneKey(timeZone),
        other,
        devices);
  }

  /** Zones that the postal code tells, where no zone was given; null when it tells none. */
  public @Nullable String postalZones() {
    return timeZone != null || zones.isUnknown() ? null : zones.value();
  }

  /** The same contact with fewer devices. */
  public CookedContact with(List<CookedDevice> kept) {
    return new CookedContact(
        row,
        line,
        clientId,
        firstName,
        lastName,
        company,
        timeZone,
        postalCode,
        state,
        country,
        zones,
        other,
        kept);
  }

  /** The same contact, with what is found out of its place. */
  public CookedContact in(ZoneKey own) {
    return own.equals(zones)
        ? this
        : new CookedContact(
            row,
            line,
            clientId,
            firstName,
            lastName,
            company,
            timeZone,
            postalCode,
            state,
            country,
            own,
            other,
            devices);
  }
}
