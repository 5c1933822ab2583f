package io.beckon.protocol.dialing;

import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record a session has taken out of the ready ones.
 *
 * @param states every subdivision of {@code country} the device may be in: its number's, and its
 *     person's; empty: the number tells none, so it may be in any
 * @param callerId the list's own, if it has one
 * @param made attempts already made on the record
 * @param retries of the treatment being followed
 * @param treatment its position in the group; -1 for none
 */
public record ClaimedRecord(
    RecordId record,
    ContactListId list,
    ContactId contact,
    Device device,
    @Nullable String clientId,
    @Nullable String country,
    Set<String> states,
    ZoneKey deviceZones,
    ZoneKey contactZones,
    @Nullable String callerId,
    int made,
    int retries,
    int treatment) {
  public ClaimedRecord {
    states = Set.copyOf(states);
  }
}
