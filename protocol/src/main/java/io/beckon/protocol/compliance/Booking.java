package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What is booked for one attempt.
 *
 * @param external booked for an external OCS: without a history it leaves the count after {@link
 *     ReservationStore#UNCONFIRMED}
 */
public record Booking(
    TenantId tenant,
    AttemptId attempt,
    Channel channel,
    @Nullable GroupId group,
    Device device,
    @Nullable String clientId,
    boolean external) {}
