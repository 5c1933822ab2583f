package io.beckon.protocol.campaign;

import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Groups that are to be made of a template, for a list that a file was loaded to. */
@FunctionalInterface
public interface PlannedGroups {
  /**
   * What the group is to be told: the template as it is now, and the list; named after both, the
   * day (UTC) and the import. Empty when no such group is planned, or it is there already. Fails
   * with a Refusal UNKNOWN_TEMPLATE when the template is gone.
   */
  CompletionStage<Optional<GroupSettings>> settings(TenantId tenant, GroupId group);
}
