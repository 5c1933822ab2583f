package io.beckon.protocol.compliance;

import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class MemoryReservationStoreTest extends ReservationStoreContract {
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  private final MemoryReservationStore store = new MemoryReservationStore(clock);

  @Override
  protected ReservationStore store() {
    return store;
  }

  @Override
  protected Reservations reservations() {
    return store;
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }

  @Override
  protected void suppress(
      TenantId tenant, SuppressionTerms list, String value, ReservationStore.Entry entry) {
    store.suppress(tenant, list, value, entry);
  }

  @Override
  protected void rules(TenantId tenant, long version) {
    store.rules(tenant, version);
  }

  @Override
  protected void halt(String scope, boolean halted) {
    store.halt(scope, halted);
  }
}
