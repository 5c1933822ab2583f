package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.LabelSchema;
import io.beckon.protocol.list.LabelSchemaId;
import io.beckon.protocol.list.LabelSchemaView;
import io.beckon.protocol.list.LabelSchemas;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Label schemas in PostgreSQL. */
public final class PostgresLabelSchemas implements LabelSchemas {
  private static final String FIND =
      "SELECT * FROM label_schema WHERE tenant_id = ? AND label_schema_id = ?";

  private static final String FIND_FOR_CHANGE =
      "SELECT * FROM label_schema WHERE tenant_id = ? AND label_schema_id = ? FOR UPDATE";

  private static final String CREATE =
      """
      INSERT INTO label_schema (tenant_id, name, labels, created_at)
      VALUES (:tenant, :name, :labels::jsonb, :now)
      ON CONFLICT (tenant_id, name) DO NOTHING
      RETURNING *
      """;

  private static final String PAGE =
      """
      SELECT * FROM label_schema
      WHERE tenant_id = :tenant AND (:name::text IS NULL OR name = :name)
        AND label_schema_id > :after
      ORDER BY label_schema_id LIMIT :limit
      """;

  private static final String CHANGE =
      """
      UPDATE label_schema SET name = :name, labels = :labels::jsonb, revision = revision + 1
      WHERE label_schema_id = :id
      RETURNING *
      """;

  private final Database database;
  private final Clock clock;

  public PostgresLabelSchemas(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<LabelSchemaView> create(TenantId tenant, LabelSchema schema) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CREATE)
                .bind("tenant", tenant.value())
                .bind("name", schema.name())
                .bind("labels", JsonColumn.write(schema.labels()))
                .bind("now", clock.instant())
                .map((row, ctx) -> view(row))
                .findOne()
                .orElseThrow(() -> nameTaken(schema.name())));
  }

  @Override
  public CompletionStage<Page<LabelSchemaView>> page(
      TenantId tenant, @Nullable String name, PageRequest page) {
    return database.withHandle(
        handle -> {
          List<LabelSchemaView> found =
              handle
                  .createQuery(PAGE)
                  .bind("tenant", tenant.value())
                  .bind("name", name)
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, s -> s.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<LabelSchemaView>> find(TenantId tenant, LabelSchemaId id) {
    return database.withHandle(handle -> find(handle, tenant, id, FIND));
  }

  @Override
  public CompletionStage<LabelSchemaView> change(
      TenantId tenant, LabelSchemaId id, LabelSchema schema, OptionalLong revision) {
    return database.inTransaction(
        handle -> {
          var now = find(handle, tenant, id, FIND_FOR_CHANGE).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          if (!now.schema().name().equals(schema.name())
              && isTaken(handle, tenant, schema.name())) {
            throw nameTaken(schema.name());
          }
          return handle
              .createQuery(CHANGE)
              .bind("name", schema.name())
              .bind("labels", JsonColumn.write(schema.labels()))
              .bind("id", id.value())
              .map((row, ctx) -> view(row))
              .one();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, LabelSchemaId id) {
    return database.useTransaction(
        handle -> {
          refuseIfUsed(handle, tenant, id);
          if (handle.execute(
                  "DELETE FROM label_schema WHERE tenant_id = ? AND label_schema_id = ?",
                  tenant.value(),
                  id.value())
              == 0) {
            throw unknown(id);
          }
        });
  }

  /** Lists that were deleted let go of it. */
  private static void refuseIfUsed(Handle handle, TenantId tenant, LabelSchemaId id) {
    handle.execute(
        "UPDATE contact_list SET label_schema_id = NULL"
            + " WHERE tenant_id = ? AND label_schema_id = ? AND deleted_at IS NOT NULL",
        tenant.value(),
        id.value());
    var lists =
        handle
            .createQuery(
                "SELECT name FROM contact_list WHERE tenant_id = ? AND label_schema_id = ?"
                    + " ORDER BY list_id LIMIT 3")
            .bind(0, tenant.value())
            .bind(1, id.value())
            .mapTo(String.class)
            .list();
    if (!lists.isEmpty()) {
      throw new RefusedException(
          Refusal.conflict(
              "IN_USE",
              "The label schema is that of " + String.join(", ", lists) + ".",
              "Give these contact lists another label schema, or none, then delete it."));
    }
  }

  /** The one that a list is to have; it cannot be deleted until the transaction ends. */
  static @Nullable Long idOf(Handle handle, TenantId tenant, ContactListSettings settings) {
    if (settings.labelSchemaId() == null) {
      return null;
    }
    return handle
        .createQuery(
            "SELECT label_schema_id FROM label_schema"
                + " WHERE tenant_id = ? AND label_schema_id = ? FOR KEY SHARE")
        .bind(0, tenant.value())
        .bind(1, Long.parseLong(settings.labelSchemaId()))
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.invalid(
                        "UNKNOWN_LABEL_SCHEMA",
                        "There is no label schema " + settings.labelSchemaId() + " here.",
                        "Give the id of one, or leave labelSchemaId out.")));
  }

  private static Optional<LabelSchemaView> find(
      Handle handle, TenantId tenant, LabelSchemaId id, String statement) {
    return handle
        .createQuery(statement)
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  private static boolean isTaken(Handle handle, TenantId tenant, String name) {
    return handle
            .createQuery("SELECT count(*) FROM label_schema WHERE tenant_id = ? AND name = ?")
            .bind(0, tenant.value())
            .bind(1, name)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static Map<String, String> labels(String json) {
    var labels = JsonColumn.read(json, Map.class);
    Map<String, String> texts = new HashMap<>();
    labels.forEach((field, label) -> texts.put(String.valueOf(field), String.valueOf(label)));
    return texts;
  }

  private static LabelSchemaView view(ResultSet row) throws SQLException {
    return new LabelSchemaView(
        new LabelSchemaId(row.getLong("label_schema_id")),
        new LabelSchema(row.getString("name"), labels(row.getString("labels"))),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }

  private static RefusedException unknown(LabelSchemaId id) {
    return new RefusedException(Refusal.notFound("label schema", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a label schema " + name + " already.",
            "Choose another name, or change that schema."));
  }
}
