package io.beckon.persistence.compliance;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.suppression.SuppressedValue;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people in one transaction, tells the checks, and forgets their counters in Redis. */
public final class PostgresErasures implements Erasures {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresErasures.class);

  private final RedisOutbox outbox;
  private final RedisMaster redis;
  private final Clock clock;

  public PostgresErasures(RedisOutbox outbox, RedisMaster redis, Clock clock) {
    this.outbox = outbox;
    this.redis = redis;
    this.clock = clock;
  }

  private record Done(Erased erased, Set<String> devices, Set<String> clients) {}

  @Override
  public CompletionStage<Erased> erase(Principal who, Wish wish) {
    var tenant = who.tenant();
    return outbox
        .apply(notes -> erase(notes, who, wish))
        .thenApply(
            done -> {
              forgetCounters(tenant, done);
              return done.erased();
            });
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
    return new Done(erased, person.devices(), person.clients());
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

  /** Best effort: what stays expires with the longest rule, and nobody asks for it any more. */
  private void forgetCounters(TenantId tenant, Done done) {
    var keys =
        Stream.concat(
                done.devices().stream().map(d -> RedisKeys.byDevice(tenant, new Device(d))),
                done.clients().stream().map(c -> RedisKeys.byClient(tenant, c)))
            .toArray(String[]::new);
    redis
        .link()
        .filter(link -> keys.length > 0)
        .ifPresent(
            link ->
                link.redis()
                    .del(keys)
                    .whenComplete(
                        (gone, failure) -> {
                          if (failure != null) {
                            LOG.warn("counters of erased people stay tenant={}", tenant, failure);
                          }
                        }));
  }
}
