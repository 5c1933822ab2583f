package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.RezoningId;
import io.beckon.protocol.list.RezoningView;
import io.beckon.protocol.list.Rezonings;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link Rezonings} on PostgreSQL; {@link RezonedLists} does what they ask for. */
public final class PostgresRezonings implements Rezonings {
  /** Asked for again while it waits: the later wish is what imports are measured by. */
  private static final String ASK =
      """
      INSERT INTO rezoning (tenant_id, list_id, state, asked_by, created_at)
      SELECT tenant_id, list_id, 'QUEUED', :by, :now FROM contact_list
      WHERE tenant_id = :tenant AND deleted_at IS NULL AND (:list::bigint IS NULL OR list_id = :list)
      ORDER BY list_id
      ON CONFLICT (list_id) WHERE state = 'QUEUED' DO UPDATE SET created_at = EXCLUDED.created_at
      RETURNING rezoning_id
      """;

  private static final String VIEW =
      """
      SELECT r.*, (SELECT coalesce(sum(i.accepted - i.elsewhere), 0) FROM import i
          WHERE i.tenant_id = r.tenant_id AND i.kind IN ('CONTACTS', 'SINGLE', 'PART')
            AND i.list_id = r.list_id AND i.state = 'COMPLETED')
          - coalesce((SELECT removed FROM contact_list l WHERE l.list_id = r.list_id), 0) AS total
      FROM rezoning r WHERE r.tenant_id = :tenant AND
      """;

  private final Database database;
  private final Clock clock;

  public PostgresRezonings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<RezoningView> ask(TenantId tenant, ContactListId list, String by) {
    return database.inTransaction(
        handle ->
            asked(handle, tenant, list, by).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("contact list", list))));
  }

  @Override
  public CompletionStage<List<RezoningView>> askAll(TenantId tenant, String by) {
    return database.inTransaction(handle -> asked(handle, tenant, null, by));
  }

  private List<RezoningView> asked(
      Handle handle, TenantId tenant, @Nullable ContactListId list, String by) {
    var ids =
        handle
            .createQuery(ASK)
            .bind("tenant", tenant.value())
            .bind("list", list == null ? null : list.value())
            .bind("by", by)
            .bind("now", clock.instant())
            .mapTo(Long.class)
            .list();
    return handle
        .createQuery(VIEW + " r.rezoning_id = ANY (:ids) ORDER BY r.rezoning_id")
        .bind("tenant", tenant.value())
        .bindArray("ids", Long.class, ids)
        .map((row, ctx) -> view(row))
        .list();
  }

  @Override
  public CompletionStage<Optional<RezoningView>> find(TenantId tenant, RezoningId id) {
    return database.withHandle(handle -> find(handle, tenant, id));
  }

  private static Optional<RezoningView> find(Handle handle, TenantId tenant, RezoningId id) {
    return handle
        .createQuery(VIEW + " r.rezoning_id = :id")
        .bind("tenant", tenant.value())
        .bind("id", id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  @Override
  public CompletionStage<Page<RezoningView>> page(
      TenantId tenant, @Nullable ContactListId list, PageRequest page) {
    return database.withHandle(
        handle ->
            Pages.of(
                handle
                    .createQuery(
                        VIEW
                            + " r.rezoning_id < :before AND (:list::bigint IS NULL OR"
                            + " r.list_id = :list) ORDER BY r.rezoning_id DESC LIMIT :limit")
                    .bind("tenant", tenant.value())
                    .bind("before", page.afterNumber(Long.MAX_VALUE))
                    .bind("list", list == null ? null : list.value())
                    .bind("limit", page.limit() + 1)
                    .map((row, ctx) -> view(row))
                    .list(),
                page,
                view -> view.id().toString()));
  }

  @Override
  public CompletionStage<RezoningView> cancel(TenantId tenant, RezoningId id) {
    return database.inTransaction(
        handle -> {
          handle.execute(
              "UPDATE rezoning SET state = 'CANCELLED', finished_at = ? WHERE tenant_id = ?"
                  + " AND rezoning_id = ? AND state IN ('QUEUED', 'RUNNING')",
              clock.instant(),
              tenant.value(),
              id.value());
          return find(handle, tenant, id)
              .orElseThrow(() -> new RefusedException(Refusal.notFound("re-zoning", id)));
        });
  }

  private static RezoningView view(ResultSet row) throws SQLException {
    return new RezoningView(
        new RezoningId(row.getLong("rezoning_id")),
        new ContactListId(row.getLong("list_id")),
        RezoningView.State.valueOf(row.getString("state")),
        row.getLong("total"),
        row.getLong("contacts"),
        row.getLong("devices"),
        row.getLong("changed"),
        row.getLong("records"),
        row.getString("asked_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
