package io.beckon.protocol.compliance;

import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** Where a tenant's rules are read. Fails when they cannot be. */
public interface RuleSets {
  /** At most a second old. A check confirms the version where it reserves. */
  CompletionStage<RuleSet> current(TenantId tenant);

  /** Of this version or a newer one, read again when the node's is older. */
  CompletionStage<RuleSet> atLeast(TenantId tenant, long version);
}
