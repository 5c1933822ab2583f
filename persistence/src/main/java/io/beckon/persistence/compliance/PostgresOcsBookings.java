package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.OcsBookings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bookings of external OCSs in PostgreSQL, from which lost counters are rebuilt. */
public final class PostgresOcsBookings implements OcsBookings {
  private final Database database;
  private final RedisMaster master;

  public PostgresOcsBookings(Database database, RedisMaster master) {
    this.database = database;
    this.master = master;
  }

  /**
   * The row is written only while the epoch is the one this node believes, and the epoch cannot
   * change before the commit: so either the next filling of Redis sees the row, or it is not
   * acknowledged.
   */
  @Override
  public CompletionStage<Void> keep(Booking booking, Instant at) {
    Optional<RedisLink> link = master.link();
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
    }
    String epoch = link.get().epoch();
    return database.useTransaction(
        h -> {
          boolean same =
              h.createQuery("SELECT ready AND epoch = :epoch::uuid FROM redis_epoch FOR SHARE")
                  .bind("epoch", epoch)
                  .mapTo(boolean.class)
                  .one();
          if (!same) {
            throw new IllegalStateException("Redis was filled anew meanwhile");
          }
          h.createUpdate(
                  """
                  INSERT INTO ocs_reservation
                    (tenant_id, attempt_id, device, client_id, channel, reserved_at)
                  VALUES (:tenant, :attempt, :device, :client, :channel, :at)
                  ON CONFLICT DO NOTHING
                  """)
              .bind("tenant", booking.tenant().value())
              .bind("attempt", booking.attempt().value())
              .bind("device", booking.device().value())
              .bind("client", booking.clientId())
              .bind("channel", booking.channel().name())
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .execute();
        });
  }
}
