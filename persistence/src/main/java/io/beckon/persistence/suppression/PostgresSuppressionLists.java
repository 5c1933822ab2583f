package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
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
              ListChanges.insert(notes, tenant, settings, null, clock.instant())
                  .orElseThrow(() -> new RefusedException(ListChanges.nameTaken(settings.name())));
          return one(notes.handle(), tenant, id);
        });
  }

  @Override
  public CompletionStage<SuppressionListId> named(TenantId tenant, String name) {
    return outbox.apply(
        notes ->
            ListChanges.insert(
                    notes,
                    tenant,
                    SuppressionListSettings.requiredDevices(name),
                    null,
                    clock.instant())
                .orElseGet(() -> ListChanges.idOf(notes.handle(), tenant, name)));
  }

  /** The tenant's own list of opt-outs: devices, all channels, required. */
  SuppressionListId optOuts(ChangeNotes notes, TenantId tenant) {
    Handle handle = notes.handle();
    return builtIn(handle, tenant)
        .or(
            () ->
                ListChanges.insert(
                    notes, tenant, optOutSettings("Opt-outs"), OPT_OUT, clock.instant()))
        .or(() -> builtIn(handle, tenant))
        .or(
            () ->
                ListChanges.insert(
                    notes, tenant, optOutSettings("Opt-outs (built in)"), OPT_OUT, clock.instant()))
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
          return Pages.of(found, page, row -> row.id().toString());
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
          Revisions.check(revision, old.revision());
          if (old.type() != settings.type()) {
            throw new RefusedException(
                Refusal.conflict(
                    "TYPE_IS_FIXED",
                    "This list holds entries of type " + old.type() + ".",
                    "Make another list for " + settings.type() + "."));
          }
          ListChanges.update(notes.handle(), tenant, id, settings);
          notes.rules(tenant);
          return one(notes.handle(), tenant, id);
        });
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

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
