package io.beckon.protocol.reference;

import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** The zone maps of tenants. */
public interface ZoneMaps {
  CompletionStage<ZoneMap> of(TenantId tenant);

  /** Takes the place of the whole map; holds for whatever is loaded from then on. */
  CompletionStage<ZoneMap> replace(TenantId tenant, ZoneMap map);
}
