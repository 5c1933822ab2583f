package io.beckon.protocol.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * All IANA zones a device may be in, as one text: sorted, joined by {@code |}. Every one of them
 * must be open before the device is dialled. Records with the same key open and close together,
 * which is what a claim filters by.
 *
 * @param value {@code America/Chicago|America/New_York}; empty when nothing is known (toll-free,
 *     shared-cost, unassigned): the tenant's default zone then stands in, and the decision says so
 */
public record ZoneKey(@JsonValue String value) {
  public static final ZoneKey UNKNOWN = new ZoneKey("");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ZoneKey {}

  /** The key of a set of zones, in any order. */
  public static ZoneKey of(Collection<String> zones) {
    return zones.isEmpty() ? UNKNOWN : new ZoneKey(String.join("|", new TreeSet<>(zones)));
  }

  /** All zones of both. */
  public ZoneKey and(ZoneKey others) {
    if (others.isUnknown() || others.equals(this)) {
      return this;
    }
    if (isUnknown()) {
      return others;
    }
    var all = new TreeSet<>(Arrays.asList(value.split("\\|")));
    all.addAll(Arrays.asList(others.value.split("\\|")));
    return of(all);
  }

  public boolean isUnknown() {
    return value.isEmpty();
  }

  public List<ZoneId> zones() {
    return isUnknown() ? List.of() : Arrays.stream(value.split("\\|")).map(ZoneId::of).toList();
  }

  @Override
  public String toString() {
    return value;
  }
}
