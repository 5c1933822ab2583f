package io.beckon.protocol.suppression;

import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** Puts one device on the tenant's own opt-out list; for STOP replies and agents' "do not call". */
public interface Suppressor {
  /**
   * Completes when the suppression is acknowledged: committed in PostgreSQL and set in Redis.
   *
   * @param reason kept with the entry, such as {@code STOP reply}
   */
  CompletionStage<Void> suppress(TenantId tenant, Device device, Channel channel, String reason);
}
