package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that somebody wants to make now.
 *
 * @param deviceZones every zone the device may be in
 * @param contactZones the zone of the person as given in the list; unknown when there is none
 * @param state subdivision of the device where known, for rules by location
 * @param attemptsMade attempts already made on this record in this group, for the group's maximum
 * @param callerId the number that would be shown; null denies voice
 */
public record CheckRequest(
    AttemptId attempt,
    Device device,
    @Nullable String clientId,
    ZoneKey deviceZones,
    ZoneKey contactZones,
    @Nullable String country,
    @Nullable String state,
    int attemptsMade,
    @Nullable String callerId) {}
