package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.list.ContactPlaces;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that somebody wants to make now.
 *
 * @param deviceZones every zone the device may be in
 * @param contactZones the zone of the person as given in the list; unknown when there is none
 * @param states every subdivision of {@code country} the device may be in, as its number, its list
 *     or the asker says; empty: not known
 * @param attemptsMade attempts already made on this record in this group, for the group's maximum
 * @param callerId the number that would be shown; null denies voice
 * @param fields what is known of the contact: {@code postalCode}, {@code firstName} and so on, and
 *     other columns under their names; those the group's rules look at
 */
public record CheckRequest(
    AttemptId attempt,
    Device device,
    @Nullable String clientId,
    ZoneKey deviceZones,
    ZoneKey contactZones,
    @Nullable String country,
    Set<String> states,
    int attemptsMade,
    @Nullable String callerId,
    Map<String, String> fields) {
  public CheckRequest {
    states = Set.copyOf(states);
    fields = Map.copyOf(fields);
  }

  /**
   * With what lists know of the person beside what was asked. Where the number tells no state it
   * may be in any, so a person's leaves none out.
   */
  public CheckRequest with(ContactPlaces.Known known) {
    Set<String> all = states.isEmpty() ? new HashSet<>() : new HashSet<>(known.statesOf(country));
    all.addAll(states);
    return new CheckRequest(
        attempt,
        device,
        clientId,
        deviceZones.and(known.deviceZones()).and(known.ownZones()),
        contactZones.and(known.ownZones()),
        country,
        all,
        attemptsMade,
        callerId,
        fields);
  }
}
