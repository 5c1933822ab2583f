package io.beckon.protocol.compliance;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Keeps what an external OCS was allowed, so that counters can be rebuilt from it. */
public interface OcsBookings {
  /** Completes when it is kept; a repeat is harmless. Fails when Redis was refilled meanwhile. */
  CompletionStage<Void> keep(Booking booking, Instant at);
}
