package io.beckon.protocol.reference;

import io.beckon.protocol.device.ZoneKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Zones of territories that a tenant excludes: where a source says that a device may be there or
 * elsewhere, it is elsewhere. A source that names nothing but such territories is believed: a
 * number of Guam stays in Guam.
 */
public final class Territories {
  /** Remote islands that would keep a whole country's mobiles waiting: a tenant's first choice. */
  public static final List<String> REMOTE_ISLANDS =
      List.of(
          "America/Adak",
          "America/Noronha",
          "Antarctica/Macquarie",
          "Antarctica/McMurdo",
          "Australia/Lord_Howe",
          "Indian/Christmas",
          "Indian/Cocos",
          "Pacific/Chatham",
          "Pacific/Easter",
          "Pacific/Galapagos",
          "Pacific/Norfolk");

  public static final Territories NONE = new Territories(List.of());
  public static final Territories REMOTE = new Territories(REMOTE_ISLANDS);

  /** Sets of zones that sources name; more than these tables have are worked out each time. */
  private static final int MOST_KEPT = 10_000;

  private final Set<String> zones;
  private final Map<ZoneKey, ZoneKey> kept = new ConcurrentHashMap<>();

  private Territories(Collection<String> zones) {
    this.zones = Set.copyOf(zones);
  }

  /**
   * @param zones IANA names
   */
  public static Territories of(Collection<String> zones) {
    if (zones.isEmpty()) {
      return NONE;
    }
    return REMOTE.zones.equals(Set.copyOf(zones)) ? REMOTE : new Territories(zones);
  }

  /** The candidates of one source without the territories, as far as others remain. */
  public ZoneKey without(ZoneKey candidates) {
    if (zones.isEmpty() || candidates.value().indexOf('|') < 0) {
      return candidates;
    }
    var known = kept.get(candidates);
    if (known == null) {
      known = filtered(candidates);
      if (kept.size() < MOST_KEPT) {
        kept.put(candidates, known);
      }
    }
    return known;
  }

  private ZoneKey filtered(ZoneKey candidates) {
    var left = new TreeSet<>(List.of(candidates.value().split("\\|")));
    return left.removeAll(zones) && !left.isEmpty() ? ZoneKey.of(left) : candidates;
  }
}
