package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.RuleId;
import io.beckon.protocol.compliance.RuleSpec;
import io.beckon.protocol.compliance.Rules;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Compliance rules in PostgreSQL, every version of them. */
public final class PostgresRules implements Rules {
  private final Database database;
  private final RedisOutbox outbox;
  private final Clock clock;

  public PostgresRules(Database database, RedisOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<Rule>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          List<Rule> found =
              h.createQuery(
                      """
                      SELECT * FROM compliance_rule WHERE tenant_id = :tenant
                        AND deleted_at IS NULL AND rule_id > :after ORDER BY rule_id LIMIT :limit
                      """)
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, context) -> rule(row))
                  .list();
          return Pages.of(found, page, row -> row.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<Rule>> find(TenantId tenant, RuleId id) {
    return database.withHandle(h -> find(h, tenant, id));
  }

  @Override
  public CompletionStage<Page<Version>> versions(TenantId tenant, RuleId id, PageRequest page) {
    return database.withHandle(h -> RuleVersionRows.page(h, tenant, id, page));
  }

  @Override
  public CompletionStage<Rule> create(Principal who, RuleSpec spec) {
    return outbox.apply(
        notes -> {
          Handle handle = notes.handle();
          Rule rule =
              handle
                  .createQuery(
                      """
                      INSERT INTO compliance_rule
                        (tenant_id, name, version, spec, created_at, updated_at)
                      VALUES (:tenant, :name, 1, :spec::jsonb, :now, :now)
                      ON CONFLICT DO NOTHING RETURNING *
                      """)
                  .bind("tenant", who.tenant().value())
                  .bind("name", spec.name())
                  .bind("spec", JsonColumn.write(spec))
                  .bind("now", now())
                  .map((row, context) -> rule(row))
                  .findOne()
                  .orElseThrow(() -> nameTaken(spec));
          kept(notes, who, rule);
          return rule;
        });
  }

  @Override
  public CompletionStage<Rule> change(
      Principal who, RuleId id, RuleSpec spec, OptionalLong version) {
    return outbox.apply(
        notes -> {
          Handle handle = notes.handle();
          handle.execute(
              "SELECT FROM compliance_rule WHERE rule_id = ? FOR NO KEY UPDATE", id.value());
          Rule old = find(handle, who.tenant(), id).orElseThrow(() -> notHere(id));
          Revisions.check(version, old.version());
          if (isNameTaken(handle, who.tenant(), id, spec.name())) {
            throw nameTaken(spec);
          }
          if (old.spec().type() != spec.type()) {
            throw new RefusedException(
                Refusal.conflict(
                    "TYPE_IS_FIXED",
                    "This is a rule of type " + old.spec().type() + ".",
                    "Make another rule."));
          }
          Rule rule =
              handle
                  .createQuery(
                      """
                      UPDATE compliance_rule SET name = :name, spec = :spec::jsonb,
                        version = version + 1, updated_at = :now
                      WHERE tenant_id = :tenant AND rule_id = :id AND deleted_at IS NULL
                      RETURNING *
                      """)
                  .bind("tenant", who.tenant().value())
                  .bind("id", id.value())
                  .bind("name", spec.name())
                  .bind("spec", JsonColumn.write(spec))
                  .bind("now", now())
                  .map((row, context) -> rule(row))
                  .findOne()
                  .orElseThrow(() -> notHere(id));
          kept(notes, who, rule);
          return rule;
        });
  }

  @Override
  public CompletionStage<Void> delete(Principal who, RuleId id) {
    return outbox.<@Nullable Void>apply(
        notes -> {
          int deleted =
              notes
                  .handle()
                  .createUpdate(
                      """
                      UPDATE compliance_rule SET deleted_at = :now
                      WHERE tenant_id = :tenant AND rule_id = :id AND deleted_at IS NULL
                      """)
                  .bind("tenant", who.tenant().value())
                  .bind("id", id.value())
                  .bind("now", now())
                  .execute();
          if (deleted == 0) {
            throw notHere(id);
          }
          notes.rules(who.tenant());
          return null;
        });
  }

  /** The version for the decisions that will name it, and the audit of what widens. */
  private void kept(ChangeNotes notes, Principal who, Rule rule) {
    notes
        .handle()
        .createUpdate(
            """
            INSERT INTO compliance_rule_version (rule_id, version, tenant_id, spec, actor, at)
            VALUES (:id, :version, :tenant, :spec::jsonb, :actor, :now)
            """)
        .bind("id", rule.id().value())
        .bind("version", rule.version())
        .bind("tenant", who.tenant().value())
        .bind("spec", JsonColumn.write(rule.spec()))
        .bind("actor", who.name())
        .bind("now", now())
        .execute();
    if (rule.spec().widens()) {
      AuditRows.add(
          notes.handle(),
          who,
          now(),
          "WIDEN_CONTACT_TIMES",
          "/compliance/rules/" + rule.id(),
          Map.of("name", rule.spec().name(), "version", Integer.toString(rule.version())));
    }
    notes.rules(who.tenant());
  }

  private static boolean isNameTaken(Handle handle, TenantId tenant, RuleId id, String name) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM compliance_rule WHERE tenant_id = :tenant AND name = :name
              AND rule_id <> :id AND deleted_at IS NULL)
            """)
        .bind("tenant", tenant.value())
        .bind("name", name)
        .bind("id", id.value())
        .mapTo(boolean.class)
        .one();
  }

  private static Optional<Rule> find(Handle handle, TenantId tenant, RuleId id) {
    return handle
        .createQuery(
            """
            SELECT * FROM compliance_rule
            WHERE tenant_id = :tenant AND rule_id = :id AND deleted_at IS NULL
            """)
        .bind("tenant", tenant.value())
        .bind("id", id.value())
        .map((row, context) -> rule(row))
        .findOne();
  }

  static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        new RuleId(row.getLong("rule_id")),
        row.getInt("version"),
        JsonColumn.read(row.getString("spec"), RuleSpec.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static RefusedException notHere(RuleId id) {
    return new RefusedException(Refusal.notFound("compliance rule", id));
  }

  private static RefusedException nameTaken(RuleSpec spec) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a rule named " + spec.name() + " already.",
            "Choose another name, or change that rule."));
  }
}
