package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.MappingId;
import io.beckon.protocol.list.MappingView;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Data mappings in PostgreSQL. */
public final class PostgresMappings implements Mappings {
  private static final String CREATE =
      """
      INSERT INTO data_mapping (tenant_id, name, kind, content, created_at)
      VALUES (:tenant, :name, :kind, :content::jsonb, :now)
      ON CONFLICT (tenant_id, name) DO NOTHING
      RETURNING *
      """;

  private static final String PAGE =
      """
      SELECT * FROM data_mapping
      WHERE tenant_id = :tenant AND (:kind::text IS NULL OR kind = :kind)
        AND (:name::text IS NULL OR name = :name) AND mapping_id > :after
      ORDER BY mapping_id LIMIT :limit
      """;

  private static final String CHANGE =
      """
      UPDATE data_mapping SET name = :name, kind = :kind, content = :content::jsonb,
        revision = revision + 1
      WHERE mapping_id = :id
      RETURNING *
      """;

  private static final String LOCK =
      "SELECT FROM data_mapping WHERE tenant_id = ? AND mapping_id = ? FOR UPDATE";

  private final Database database;
  private final Clock clock;

  public PostgresMappings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MappingView> create(TenantId tenant, DataMapping mapping) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CREATE)
                .bind("tenant", tenant.value())
                .bind("name", mapping.name())
                .bind("kind", mapping.kind().name())
                .bind("content", JsonColumn.write(mapping))
                .bind("now", clock.instant())
                .map((row, ctx) -> view(row))
                .findOne()
                .orElseThrow(() -> nameTaken(mapping.name())));
  }

  @Override
  public CompletionStage<Page<MappingView>> page(
      TenantId tenant, @Nullable ImportKind kind, @Nullable String name, PageRequest page) {
    return database.withHandle(
        handle -> {
          List<MappingView> found =
              handle
                  .createQuery(PAGE)
                  .bind("tenant", tenant.value())
                  .bind("kind", kind == null ? null : kind.name())
                  .bind("name", name)
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, m -> m.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<MappingView>> find(TenantId tenant, MappingId id) {
    return database.withHandle(handle -> find(handle, tenant, id));
  }

  @Override
  public CompletionStage<MappingView> change(
      TenantId tenant, MappingId id, DataMapping mapping, OptionalLong revision) {
    return database.inTransaction(
        handle -> {
          handle.execute(LOCK, tenant.value(), id.value());
          var now = find(handle, tenant, id).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          if (!now.mapping().name().equals(mapping.name())
              && isTaken(handle, tenant, mapping.name())) {
            throw nameTaken(mapping.name());
          }
          return handle
              .createQuery(CHANGE)
              .bind("name", mapping.name())
              .bind("kind", mapping.kind().name())
              .bind("content", JsonColumn.write(mapping))
              .bind("id", id.value())
              .map((row, ctx) -> view(row))
              .one();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, MappingId id) {
    return database.useTransaction(
        handle -> {
          handle.execute("SELECT FROM data_mapping WHERE mapping_id = ? FOR UPDATE", id.value());
          OptionUsers.refuse(handle, tenant, "mappingId", id);
          if (handle.execute(
                  "DELETE FROM data_mapping WHERE tenant_id = ? AND mapping_id = ?",
                  tenant.value(),
                  id.value())
              == 0) {
            throw unknown(id);
          }
        });
  }

  /** The mapping that somebody is about to name; it stays until the transaction ends. */
  public static Optional<DataMapping> held(Handle handle, TenantId tenant, MappingId id) {
    handle.execute("SELECT FROM data_mapping WHERE mapping_id = ? FOR SHARE", id.value());
    return find(handle, tenant, id).map(MappingView::mapping);
  }

  private static Optional<MappingView> find(Handle handle, TenantId tenant, MappingId id) {
    return handle
        .createQuery("SELECT * FROM data_mapping WHERE tenant_id = ? AND mapping_id = ?")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  private static boolean isTaken(Handle handle, TenantId tenant, String name) {
    return handle
            .createQuery("SELECT count(*) FROM data_mapping WHERE tenant_id = ? AND name = ?")
            .bind(0, tenant.value())
            .bind(1, name)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static MappingView view(ResultSet row) throws SQLException {
    return new MappingView(
        new MappingId(row.getLong("mapping_id")),
        JsonColumn.read(row.getString("content"), DataMapping.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }

  private static RefusedException unknown(MappingId id) {
    return new RefusedException(Refusal.notFound("mapping", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a mapping " + name + " already.",
            "Choose another name, or change that mapping."));
  }
}
