package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.Halts;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Halts in PostgreSQL, so that they survive everything, told to Redis, where checks look. */
public final class PostgresHalts implements Halts {
  private static final String ALL = "*";

  private final Database database;
  private final RedisOutbox outbox;
  private final Clock clock;

  public PostgresHalts(Database database, RedisOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<HaltView> of(TenantId tenant) {
    return database.withHandle(h -> of(h, tenant));
  }

  @Override
  public CompletionStage<HaltView> raise(Principal who, Scope scope, String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new IllegalArgumentException("reason has 1 to 500 characters");
    }
    return set(who, scope, true, reason.strip());
  }

  @Override
  public CompletionStage<HaltView> lift(Principal who, Scope scope) {
    return set(who, scope, false, "");
  }

  private CompletionStage<HaltView> set(Principal who, Scope scope, boolean halted, String reason) {
    if (scope == Scope.CLUSTER && !who.isOperator()) {
      throw new RefusedException(
          new Refusal(
              "FORBIDDEN",
              403,
              "Only the operator may halt or release the whole installation.",
              "Use scope TENANT, or ask the operator.",
              List.of()));
    }
    return outbox.apply(
        notes -> {
          String key = scope == Scope.CLUSTER ? ALL : who.tenant().value();
          notes.halt(key, halted, write(notes.handle(), who, key, halted, reason));
          AuditRows.add(
              notes.handle(),
              who,
              now(),
              halted ? "HALT" : "LIFT_HALT",
              "/halt",
              Map.of("scope", scope.name(), "reason", reason));
          return of(notes.handle(), who.tenant());
        });
  }

  private long write(Handle handle, Principal who, String key, boolean halted, String reason) {
    return handle
        .createQuery(
            """
            INSERT INTO halt (scope, halted, reason, actor, at, revision)
            VALUES (:scope, :halted, :reason, :actor, :now, 1)
            ON CONFLICT (scope) DO UPDATE SET halted = excluded.halted, reason = excluded.reason,
              actor = excluded.actor, at = excluded.at, revision = halt.revision + 1
            RETURNING revision
            """)
        .bind("scope", key)
        .bind("halted", halted)
        .bind("reason", reason)
        .bind("actor", who.name())
        .bind("now", now())
        .mapTo(long.class)
        .one();
  }

  /** The wider one first: lifting the tenant's own would not help. */
  private static HaltView of(Handle handle, TenantId tenant) {
    return handle
        .createQuery(
            """
            SELECT scope, reason, actor, at FROM halt
            WHERE halted AND scope IN ('*', :tenant) ORDER BY scope LIMIT 1
            """)
        .bind("tenant", tenant.value())
        .map(
            (row, context) ->
                new HaltView(
                    true,
                    row.getString(1).equals(ALL) ? Scope.CLUSTER : Scope.TENANT,
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .findOne()
        .orElse(HaltView.NONE);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
