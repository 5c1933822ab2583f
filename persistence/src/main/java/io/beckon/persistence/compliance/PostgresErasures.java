package io.beckon.persistence.compliance;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.suppression.SuppressedValue;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Erases people in one transaction, and tells the checks, where nothing is left of them either. */
public final class PostgresErasures implements Erasures {
  private final RedisOutbox outbox;
  private final Clock clock;

  public PostgresErasures(RedisOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Erased> erase(Principal who, Wish wish) {
    return outbox.apply(notes -> erase(notes, who, wish));
  }

  private Erased erase(ChangeNotes notes, Principal who, Wish wish) {
    var handle = notes.handle();
    var tenant = who.tenant();
    ErasedMarks.lock(handle, tenant);
    var person = new ErasedPerson(handle, tenant, clock.instant());
    person.look(device(handle, tenant, wish.device()), wish.clientId());
    var erased = person.erase(notes);
    notes.rules(tenant);
    forget(notes, tenant, person);
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
    return erased;
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

  /** What is newer than the revision was entered again, by somebody who wanted it so. */
  private static void forget(ChangeNotes notes, TenantId tenant, ErasedPerson person) {
    long revision =
        notes
            .handle()
            .createQuery("SELECT nextval('suppression_revision_seq')")
            .mapTo(Long.class)
            .one();
    person.devices().forEach(d -> notes.forgotten(tenant, ForgetNotes.DEVICE, d, revision));
    person.clients().forEach(c -> notes.forgotten(tenant, ForgetNotes.CLIENT, c, revision));
  }
}
