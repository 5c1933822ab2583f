package io.beckon.protocol.compliance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class MemoryCountedAttemptsTest extends CountedAttemptsContract {
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
}
