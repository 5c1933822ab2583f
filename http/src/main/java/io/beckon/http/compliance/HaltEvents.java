package io.beckon.http.compliance;

import io.beckon.http.event.EventView;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Shows browsers at once that the red button was pressed or let go. */
public final class HaltEvents implements EventView {
  private final Halts halts;

  public HaltEvents(Halts halts) {
    this.halts = halts;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.HALT;
  }

  @Override
  public CompletionStage<Optional<?>> load(TenantId tenant, String id) {
    return halts.of(tenant).thenApply(Optional::of);
  }

  @Override
  public CompletionStage<? extends Map<String, ?>> list(TenantId tenant) {
    return halts.of(tenant).thenApply(halt -> Map.of(HaltRoutes.ID, halt));
  }
}
