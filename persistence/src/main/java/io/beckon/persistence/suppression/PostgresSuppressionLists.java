package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionListView;
import io.beckon.protocol.suppression.SuppressionLists;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Suppression lists in PostgreSQL; a change of their terms is a change of the tenant's rules. */
public final class PostgresSuppressionLists implements SuppressionLists {
  private final Database database;
  private final RedisOutbox outbox;
  private final Clock clock;

  public PostgresSuppressionLists(Database database, RedisOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SuppressionListView> create(
      TenantId tenant, SuppressionListSettings settings) {
    return outbox.apply(
        notes -> {
          SuppressionListId id =
              insert(notes, tenant, settings, null)
                  .orElseThrow(() -> new RefusedException(nameTaken(settings.name())));
          return one(notes.handle(), tenant, id);
        });
  }

  @Override
  public CompletionStage<SuppressionListId> named(TenantId tenant, String name) {
    return outbox.apply(
        notes ->
            insert(notes, tenant, SuppressionListSettings.requiredDevices(name), null)
                .orElseGet(() -> idOf(notes.handle(), tenant, name)));
  }

  /** The tenant's own list of opt-outs: devices, all channels, required. */
  SuppressionListId optOuts(ChangeNotes notes, TenantId tenant) {
    Handle handle = notes.handle();
    return builtIn(handle, tenant)
        .or(() -> insert(notes, tenant, optOutSettings("Opt-outs"), OPT_OUT))
        .or(() -> builtIn(handle, tenant))
        .or(() -> insert(notes, tenant, optOutSettings("Opt-outs (built in)"), OPT_OUT))
        .orElseThrow(() -> new IllegalStateException("no list of opt-outs"));
  }

  private static final String OPT_OUT = "OPT_OUT";

  private static SuppressionListSettings optOutSettings(String name) {
    return SuppressionListSettings.requiredDevices(name);
  }

  private static Optional<SuppressionListId> builtIn(Handle handle, TenantId tenant) {
    return handle
        .createQuery(
            """
            SELECT list_id FROM suppression_list
            WHERE tenant_id = :tenant AND built_in = 'OPT_OUT' AND deleted_at IS NULL
            """)
        .bind("tenant", tenant.value())
        .mapTo(Long.class)
        .findOne()
        .map(SuppressionListId::new);
  }

  /** Empty when the name is taken. */
  private Optional<SuppressionListId> insert(
      ChangeNotes notes,
      TenantId tenant,
      SuppressionListSettings settings,
      @Nullable String builtIn) {
    Optional<Long> id =
        bind(
                notes
                    .handle()
                    .createQuery(
                        """
                        INSERT INTO suppression_list (tenant_id, name, type, channels, required,
                          retention, expires, country, built_in, created_at)
                        VALUES (:tenant, :name, :type, :channels, :required,
                          :retention, :expires, :country, :builtIn, :now)
                        ON CONFLICT DO NOTHING RETURNING list_id
                        """),
                tenant,
                settings)
            .bind("builtIn", builtIn)
            .bind("now", utc(clock.instant()))
            .mapTo(Long.class)
            .findOne();
    if (id.isPresent()) {
      notes.rules(tenant);
    }
    return id.map(SuppressionListId::new);
  }

  private static SuppressionListId idOf(Handle handle, TenantId tenant, String name) {
    return new SuppressionListId(
        handle
            .createQuery(
                """
                SELECT list_id FROM suppression_list
                WHERE tenant_id = :tenant AND name = :name AND deleted_at IS NULL
                """)
            .bind("tenant", tenant.value())
            .bind("name", name)
            .mapTo(long.class)
            .one());
  }

  @Override
  public CompletionStage<Optional<SuppressionListView>> find(
      TenantId tenant, SuppressionListId id) {
    return database.withHandle(h -> ListRows.find(h, tenant, id, clock.instant()));
  }

  @Override
  public CompletionStage<Page<SuppressionListView>> page(
      TenantId tenant, @Nullable String name, PageRequest page) {
    return database.withHandle(
        h -> {
          List<SuppressionListView> found = ListRows.page(h, tenant, name, page, clock.instant());
          return found.size() <= page.limit()
              ? new Page<>(found, null)
              : new Page<>(
                  found.subList(0, page.limit()), found.get(page.limit() - 1).id().toString());
        });
  }

  @Override
  public CompletionStage<SuppressionListView> change(
      TenantId tenant,
      SuppressionListId id,
      SuppressionListSettings settings,
      OptionalLong revision) {
    return outbox.apply(
        notes -> {
          notes
              .handle()
              .execute(
                  "SELECT FROM suppression_list WHERE list_id = ? FOR NO KEY UPDATE", id.value());
          SuppressionListView old = one(notes.handle(), tenant, id);
          if (revision.isPresent() && revision.getAsLong() != old.revision()) {
            throw new RefusedException(Refusal.revisionChanged(revision.getAsLong()));
          }
          if (old.type() != settings.type()) {
            throw new RefusedException(
                Refusal.conflict(
                    "TYPE_IS_FIXED",
                    "This list holds entries of type " + old.type() + ".",
                    "Make another list for " + settings.type() + "."));
          }
          update(notes.handle(), tenant, id, settings);
          notes.rules(tenant);
          return one(notes.handle(), tenant, id);
        });
  }

  private static void update(
      Handle handle, TenantId tenant, SuppressionListId id, SuppressionListSettings settings) {
    boolean taken =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT FROM suppression_list WHERE tenant_id = :tenant
                  AND name = :name AND list_id <> :id AND deleted_at IS NULL)
                """)
            .bind("tenant", tenant.value())
            .bind("name", settings.name())
            .bind("id", id.value())
            .mapTo(boolean.class)
            .one();
    if (taken) {
      throw new RefusedException(nameTaken(settings.name()));
    }
    bind(
            handle.createUpdate(
                """
                UPDATE suppression_list SET name = :name, channels = :channels,
                  required = :required, retention = :retention, expires = :expires,
                  country = :country, revision = revision + 1
                WHERE tenant_id = :tenant AND list_id = :id AND type = :type
                """),
            tenant,
            settings)
        .bind("id", id.value())
        .execute();
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, SuppressionListId id) {
    return outbox.<@Nullable Void>apply(
        notes -> {
          int deleted =
              notes
                  .handle()
                  .createUpdate(
                      """
                      UPDATE suppression_list SET deleted_at = :now, revision = revision + 1
                      WHERE tenant_id = :tenant AND list_id = :id AND deleted_at IS NULL
                      """)
                  .bind("now", utc(clock.instant()))
                  .bind("tenant", tenant.value())
                  .bind("id", id.value())
                  .execute();
          if (deleted == 0) {
            throw new RefusedException(Refusal.notFound("suppression list", id));
          }
          notes.rules(tenant);
          return null;
        });
  }

  private SuppressionListView one(Handle handle, TenantId tenant, SuppressionListId id) {
    return ListRows.find(handle, tenant, id, clock.instant())
        .orElseThrow(() -> new RefusedException(Refusal.notFound("suppression list", id)));
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, TenantId tenant, SuppressionListSettings settings) {
    return statement
        .bind("tenant", tenant.value())
        .bind("name", settings.name())
        .bind("type", settings.type().name())
        .bindArray(
            "channels",
            String.class,
            settings.channels().stream().map(Enum::name).sorted().toList())
        .bind("required", settings.required())
        .bind("retention", String.valueOf(settings.retention()))
        .bind("expires", utc(settings.expires()))
        .bind("country", settings.country());
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Refusal nameTaken(String name) {
    return Refusal.conflict(
        "NAME_TAKEN",
        "There is a suppression list named " + name + " already.",
        "Choose another name, or use that list.");
  }
}
