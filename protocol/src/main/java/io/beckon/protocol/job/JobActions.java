package io.beckon.protocol.job;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** Carries out what a job says. */
@FunctionalInterface
public interface JobActions {
  /**
   * @return a sentence of what was done; fails with {@code RefusedException} when the group said no
   */
  CompletionStage<String> perform(TenantId tenant, JobAction action, GroupId group);
}
