package io.beckon.protocol.reference;

import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.device.Zones;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Says in which zones a device may be: where the tenant's own map has its number, in that zone;
 * else in any that a source names, without the territories that the tenant excludes. Nothing is
 * ever narrowed by a second source.
 */
public record Locator(ZoneMap map, ReferenceData data, Territories excluded) {
  /** Without a tenant's own map, by what comes with the program. */
  public static final Locator BUNDLED = new Locator(ZoneMap.NONE, ReferenceData.BUNDLED);

  /** For a tenant that excludes what tenants usually exclude. */
  public Locator(ZoneMap map, ReferenceData data) {
    this(map, data, Territories.REMOTE);
  }

  /**
   * What else is known of a contact.
   *
   * @param zone IANA name given with the contact
   * @param country ISO 3166 alpha-2 of postal code and state
   * @param state as the contact has it
   */
  public record Whereabouts(
      @Nullable String zone,
      @Nullable String country,
      @Nullable String postalCode,
      @Nullable String state) {
    /** The same place, in a country that is meant where none is named. */
    public Whereabouts usually(String usualCountry) {
      return country == null ? new Whereabouts(zone, usualCountry, postalCode, state) : this;
    }

    /** What is missing here as it was before. */
    public Whereabouts completedBy(Whereabouts before) {
      return new Whereabouts(
          either(zone, before.zone),
          either(country, before.country),
          either(postalCode, before.postalCode),
          either(state, before.state));
    }

    private static @Nullable String either(@Nullable String given, @Nullable String before) {
      return given == null ? before : given;
    }
  }

  /** What a number tells of itself. */
  public DeviceFacts number(DeviceFacts bundled) {
    var facts = data.number(bundled);
    var own = map.of(facts.device().value());
    var zones = own == null ? excluded.without(facts.zones()) : own;
    return zones.equals(facts.zones())
        ? facts
        : new DeviceFacts(facts.device(), facts.country(), facts.state(), facts.lineType(), zones);
  }

  /** What a stored device tells of itself; null for e-mail addresses. */
  public @Nullable DeviceFacts stored(String device) {
    return PhoneNumbers.parse(device, "US") instanceof PhoneReading.Dialable read
        ? number(read.facts())
        : null;
  }

  /**
   * All zones a device may be in.
   *
   * @param byNumber as {@link #number} has it
   * @return {@link ZoneKey#UNKNOWN} when no source names one: a default stands in
   */
  public ZoneKey zones(String device, ZoneKey byNumber, Whereabouts contact) {
    if (map.of(device) != null) {
      return byNumber;
    }
    var zones = Zones.withGiven(byNumber, contact.zone());
    if (contact.country() == null) {
      return zones;
    }
    var byState =
        contact.state() == null
            ? ZoneKey.UNKNOWN
            : excluded.without(data.state(contact.country(), contact.state()));
    return zones.and(byCode(zones, contact)).and(byState);
  }

  /**
   * Where the person's own place may be: in the zone given; else in any that the postal code has.
   *
   * @return {@link ZoneKey#UNKNOWN} when neither tells
   */
  public ZoneKey ownZones(Whereabouts contact) {
    return contact.zone() == null ? byCode(contact) : new ZoneKey(contact.zone());
  }

  /** A code that tells no more than its country adds nothing to a place within that country. */
  private ZoneKey byCode(ZoneKey known, Whereabouts contact) {
    var zones = byCode(contact);
    boolean tellsCountry = contact.country() != null && zones.equals(country(contact.country()));
    return tellsCountry && !Collections.disjoint(known.zones(), zones.zones())
        ? ZoneKey.UNKNOWN
        : zones;
  }

  private ZoneKey byCode(Whereabouts contact) {
    return contact.country() == null || contact.postalCode() == null
        ? ZoneKey.UNKNOWN
        : excluded.without(data.postalCode(contact.country(), contact.postalCode()));
  }

  private ZoneKey country(String country) {
    return excluded.without(data.country(country));
  }
}
