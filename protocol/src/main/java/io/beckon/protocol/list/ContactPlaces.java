package io.beckon.protocol.list;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.States;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the lists of a tenant know of where a person is. */
public interface ContactPlaces {
  /**
   * Of all contacts with one Client ID together.
   *
   * @param deviceZones every zone that the device has on their lists
   * @param ownZones every zone of their own places
   * @param places their states, as lists have them
   */
  record Known(ZoneKey deviceZones, ZoneKey ownZones, Set<Place> places) {
    public static final Known NOTHING = new Known(ZoneKey.UNKNOWN, ZoneKey.UNKNOWN, Set.of());

    public Known {
      places = Set.copyOf(places);
    }

    /**
     * A state.
     *
     * @param country ISO 3166 alpha-2; null: of the list's
     */
    public record Place(@Nullable String country, String state) {}

    /** Codes of the states of one country. */
    public Set<String> statesOf(@Nullable String country) {
      return places.stream()
          .filter(p -> p.country() == null || country == null || p.country().equals(country))
          .map(p -> States.code(country, p.state()))
          .flatMap(Optional::stream)
          .collect(Collectors.toSet());
    }
  }

  /** {@link Known#NOTHING} when no list has the Client ID. */
  CompletionStage<Known> of(TenantId tenant, String clientId, Device device);
}
