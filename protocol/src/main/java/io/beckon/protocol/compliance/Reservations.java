package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what {@link ComplianceCommand.Authorise} booked for attempts that provably were not
 * placed. A made attempt needs no call: its booking leaves by its rule's window.
 */
public interface Reservations {
  /**
   * Idempotent; releasing what was never booked does nothing. Fails when Redis is away: ask again.
   */
  CompletionStage<Void> release(TenantId tenant, List<Released> attempts);

  /** One attempt that was not placed. */
  record Released(
      AttemptId attempt, @Nullable GroupId group, Device device, @Nullable String clientId) {}
}
