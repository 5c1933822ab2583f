package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.UploadRule;
import io.beckon.protocol.list.UploadRuleId;
import io.beckon.protocol.list.UploadRuleView;
import io.beckon.protocol.list.UploadRules;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** {@link UploadRules} on PostgreSQL. */
public final class PostgresUploadRules implements UploadRules {
  private final Database database;
  private final Clock clock;

  public PostgresUploadRules(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<UploadRuleView> create(TenantId tenant, UploadRule rule) {
    return database.inTransaction(
        h -> {
          check(h, tenant, rule);
          return h.createQuery(
                  """
                    INSERT INTO upload_rule (tenant_id, name, rule, created_at)
                    VALUES (:tenant, :name, :rule::jsonb, :now)
                    ON CONFLICT (tenant_id, name) DO NOTHING RETURNING *
                    """)
              .bind("tenant", tenant.value())
              .bind("name", rule.name())
              .bind("rule", JsonColumn.write(rule))
              .bind("now", clock.instant())
              .map((row, ctx) -> view(row))
              .findOne()
              .orElseThrow(() -> nameTaken(rule.name()));
        });
  }

  @Override
  public CompletionStage<Optional<UploadRuleView>> find(TenantId tenant, UploadRuleId id) {
    return database.withHandle(h -> find(h, tenant, id));
  }

  private static Optional<UploadRuleView> find(Handle handle, TenantId tenant, UploadRuleId id) {
    return handle
        .createQuery("SELECT * FROM upload_rule WHERE tenant_id = ? AND rule_id = ?")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  /** The rule that somebody is about to name; it stays until the transaction ends. */
  public static UploadRule held(Handle handle, TenantId tenant, UploadRuleId id) {
    handle.execute("SELECT FROM upload_rule WHERE rule_id = ? FOR SHARE", id.value());
    return named(handle, tenant, id);
  }

  /** The rule that an import names; refused (422) when the tenant has none of that id. */
  static UploadRule named(Handle handle, TenantId tenant, UploadRuleId id) {
    return find(handle, tenant, id)
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.invalid(
                        "UNKNOWN_UPLOAD_RULE",
                        "There is no upload rule " + id + " here.",
                        "Check the id, and that it belongs to your tenant.")))
        .rule();
  }

  @Override
  public CompletionStage<Page<UploadRuleView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          var found =
              h.createQuery(
                      "SELECT * FROM upload_rule WHERE tenant_id = :tenant AND rule_id > :after"
                          + " ORDER BY rule_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> view(row))
                  .list();
          return Pages.of(found, page, row -> row.id().toString());
        });
  }

  @Override
  public CompletionStage<UploadRuleView> change(
      TenantId tenant, UploadRuleId id, UploadRule rule, OptionalLong revision) {
    return database.inTransaction(
        h -> {
          check(h, tenant, rule);
          h.execute("SELECT FROM upload_rule WHERE rule_id = ? FOR UPDATE", id.value());
          var now = find(h, tenant, id).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          boolean taken =
              h.createQuery(
                      "SELECT EXISTS (SELECT FROM upload_rule"
                          + " WHERE tenant_id = ? AND name = ? AND rule_id <> ?)")
                  .bind(0, tenant.value())
                  .bind(1, rule.name())
                  .bind(2, id.value())
                  .mapTo(Boolean.class)
                  .one();
          if (taken) {
            throw nameTaken(rule.name());
          }
          h.execute(
              "UPDATE upload_rule SET name = ?, rule = ?::jsonb, revision = revision + 1"
                  + " WHERE rule_id = ?",
              rule.name(),
              JsonColumn.write(rule),
              id.value());
          return find(h, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, UploadRuleId id) {
    return database.useTransaction(
        h -> {
          h.execute("SELECT FROM upload_rule WHERE rule_id = ? FOR UPDATE", id.value());
          OptionUsers.refuse(h, tenant, "uploadRuleId", id);
          int deleted =
              h.execute(
                  "DELETE FROM upload_rule WHERE tenant_id = ? AND rule_id = ?",
                  tenant.value(),
                  id.value());
          if (deleted == 0) {
            throw unknown(id);
          }
        });
  }

  /** Lists and selection rules that a rule names must be the tenant's. */
  private static void check(Handle handle, TenantId tenant, UploadRule rule) {
    for (var target : rule.targets()) {
      boolean there =
          handle
              .createQuery(
                  "SELECT EXISTS (SELECT FROM contact_list"
                      + " WHERE tenant_id = ? AND list_id = ? AND deleted_at IS NULL)")
              .bind(0, tenant.value())
              .bind(1, target.listId().value())
              .mapTo(Boolean.class)
              .one();
      if (!there) {
        throw new RefusedException(Parts.unknown(target.listId()));
      }
      SelectionRuleRows.named(handle, tenant, target.selectionRuleId());
    }
  }

  private static UploadRuleView view(ResultSet row) throws SQLException {
    var rule = JsonColumn.read(row.getString("rule"), UploadRule.class);
    return new UploadRuleView(
        new UploadRuleId(row.getLong("rule_id")),
        row.getString("name"),
        rule.kind(),
        rule.field(),
        rule.targets(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }

  private static RefusedException unknown(UploadRuleId id) {
    return new RefusedException(Refusal.notFound("upload rule", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is an upload rule " + name + " already.",
            "Choose another name, or change that rule."));
  }
}
