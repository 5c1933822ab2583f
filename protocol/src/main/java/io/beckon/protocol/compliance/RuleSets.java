package io.beckon.protocol.compliance;

import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** Where a tenant's rules are read. */
@FunctionalInterface
public interface RuleSets {
  /**
   * The rules in force, as old as the cache of this node allows (a few hundred milliseconds); fails
   * when they are not known. Good for choosing what to ask about; a check confirms the version.
   */
  CompletionStage<RuleSet> current(TenantId tenant);
}
