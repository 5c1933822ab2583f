package io.beckon.persistence.compliance;

import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.TestRedis;
import io.beckon.protocol.compliance.CountedAttemptsContract;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.Reservations;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RedisCountedAttemptsIT extends CountedAttemptsContract {
  private RedisMaster master;
  private RedisReservationStore store;

  @BeforeEach
  void link() {
    master =
        RedisMaster.start(TestRedis.freshUri(), TestPostgres.freshDatabase(), CheckedStore.CALM);
    store = new RedisReservationStore(master);
    await(master.firstLink());
  }

  @AfterEach
  void close() {
    master.close();
  }

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
    return Instant.now();
  }
}
