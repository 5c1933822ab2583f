package io.beckon.http.event;

import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** How the live events read one kind of object: exactly what its GET answers. */
public interface EventView {
  ChangeKind kind();

  /** Empty when it is not there (any more): then nothing is sent. */
  CompletionStage<Optional<?>> load(TenantId tenant, String id);

  /**
   * By id, what a browser needs that has just connected; at most some hundred objects, the running
   * ones first.
   */
  CompletionStage<? extends Map<String, ?>> list(TenantId tenant);
}
