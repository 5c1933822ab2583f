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

  /**
   * Says what became of attempts, so that rules that count some outcomes only leave out the others;
   * until then an attempt counts for every rule. Idempotent; nothing happens for attempts that were
   * released, or have left every window. Fails when Redis is away: ask again.
   */
  CompletionStage<Void> confirm(TenantId tenant, List<Confirmed> attempts);

  /** One attempt that was made, as it was booked, and how it ended. */
  record Confirmed(Released booked, AttemptRule.Outcome outcome) {}

  /** One attempt that was not placed. */
  record Released(
      AttemptId attempt, @Nullable GroupId group, Device device, @Nullable String clientId) {}
}
