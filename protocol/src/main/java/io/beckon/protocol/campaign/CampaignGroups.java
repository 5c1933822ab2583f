package io.beckon.protocol.campaign;

import io.beckon.protocol.tenant.TenantId;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** How people, programs and jobs reach campaign groups. Refusals come as RefusedException. */
public interface CampaignGroups {
  /** Completes when the group exists and can be read. */
  CompletionStage<GroupId> create(TenantId tenant, GroupSettings settings);

  /** Likewise under an id that was drawn before; once there is such a group, it stays as it is. */
  CompletionStage<GroupId> create(TenantId tenant, GroupId group, GroupSettings settings);

  /** Starting while the tenant is halted is refused with 409 HALTED. */
  CompletionStage<CampaignGroupReply.Accepted> act(
      TenantId tenant, GroupId group, GroupAction action);

  /**
   * Other settings.
   *
   * @param revision the group's that the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<CampaignGroupReply.Accepted> change(
      TenantId tenant, GroupId group, GroupSettings settings, OptionalLong revision);

  /** What the pacer sees; {@link PacingView#IDLE} when nobody answers within a second. */
  CompletionStage<PacingView> pacing(TenantId tenant, GroupId group);
}
