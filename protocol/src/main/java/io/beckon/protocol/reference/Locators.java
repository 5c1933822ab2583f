package io.beckon.protocol.reference;

import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/**
 * What holds now for a tenant: its own zone map and the active reference data. Every node answers
 * with what was last committed, so all of them change at once.
 */
public interface Locators {
  CompletionStage<Locator> of(TenantId tenant);
}
