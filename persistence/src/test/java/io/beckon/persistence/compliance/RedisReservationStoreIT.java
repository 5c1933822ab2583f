package io.beckon.persistence.compliance;

import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.TestRedis;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.ReservationStoreContract;
import io.beckon.protocol.compliance.Reservations;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RedisReservationStoreIT extends ReservationStoreContract {
  private RedisMaster master;
  private RedisReservationStore store;
  private RedisMirror mirror;
  private long revision;

  @BeforeEach
  void link() {
    master =
        RedisMaster.start(TestRedis.freshUri(), TestPostgres.freshDatabase(), CheckedStore.CALM);
    store = new RedisReservationStore(master);
    mirror = new RedisMirror(master);
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

  @Override
  protected void suppress(
      TenantId tenant, SuppressionTerms list, String value, ReservationStore.Entry entry) {
    set(
        RedisKeys.bucket(tenant, list.id(), value),
        value,
        RedisKeys.entry(++revision, entry.from(), entry.till()));
  }

  @Override
  protected void rules(TenantId tenant, long version) {
    set(RedisKeys.VERSIONS, tenant.value(), Long.toString(version));
  }

  @Override
  protected void halt(String scope, boolean halted) {
    set(RedisKeys.HALTS, scope, ++revision + (halted ? ":1" : ":0"));
  }

  private void set(String key, String name, String value) {
    await(mirror.set(List.of(new RedisMirror.Field(key, name, value))));
  }
}
