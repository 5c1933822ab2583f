package io.beckon.persistence.compliance;

import io.beckon.persistence.compliance.RedisErasure.Names;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.suppression.SuppressedValue;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people in one transaction, tells the checks, and takes them out of Redis. */
public final class PostgresErasures implements Erasures {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresErasures.class);

  private final RedisOutbox outbox;
  private final RedisErasure redis;
  private final Clock clock;

  public PostgresErasures(RedisOutbox outbox, RedisMaster redis, Clock clock) {
    this.outbox = outbox;
    this.redis = new RedisErasure(redis);
    this.clock = clock;
  }

  private record Done(Erased erased, Names names) {}

  @Override
  public CompletionStage<Erased> erase(Principal who, Wish wish) {
    return outbox
        .apply(notes -> erase(notes, who, wish))
        .thenCompose(done -> forget(done.names()).thenApply(forgotten -> done.erased()));
  }

  private Done erase(ChangeNotes notes, Principal who, Wish wish) {
    var handle = notes.handle();
    var tenant = who.tenant();
    ErasedMarks.lock(handle, tenant);
    var person = new ErasedPerson(handle, tenant, clock.instant());
    person.look(device(handle, tenant, wish.device()), wish.clientId());
    var erased = person.erase(notes);
    notes.rules(tenant);
    AuditRows.add(
        handle,
        who,
        clock.instant().atOffset(ZoneOffset.UTC),
        "ERASE",
        "/contacts",
        Map.of(
            "by", wish.device() == null ? "CLIENT_ID" : "DEVICE",
            "reason", wish.reason(),
            "contacts", Integer.toString(erased.contacts()),
            "attempts", Integer.toString(erased.attempts())));
    return new Done(
        erased, new Names(tenant, person.devices(), person.clients(), lists(handle, tenant)));
  }

  private static List<SuppressionListId> lists(Handle handle, TenantId tenant) {
    return handle
        .createQuery("SELECT list_id FROM suppression_list WHERE tenant_id = ? ORDER BY 1")
        .bind(0, tenant.value())
        .mapTo(Long.class)
        .map(SuppressionListId::new)
        .list();
  }

  private static @Nullable String device(Handle handle, TenantId tenant, @Nullable String text) {
    if (text == null) {
      return null;
    }
    var country =
        handle
            .createQuery(
                "SELECT coalesce(settings ->> 'country', country) FROM tenant WHERE tenant_id = ?")
            .bind(0, tenant.value())
            .mapTo(String.class)
            .one();
    var read = SuppressedValue.read(text, SuppressionType.DEVICE, country);
    if (read instanceof SuppressedValue.Valid valid) {
      return valid.value();
    }
    throw new InvalidField("device", ((SuppressedValue.Invalid) read).reason());
  }

  /** What stays when Redis fails now, nobody asks for; it goes when Redis is filled anew. */
  private CompletionStage<Void> forget(Names names) {
    return outbox
        .withdrawRemoved(names.tenant(), names.values())
        .thenCompose(withdrawn -> redis.forget(names))
        .exceptionally(
            failure -> {
              LOG.warn("erased people stay in Redis tenant={}", names.tenant(), failure);
              return null;
            });
  }
}
