package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRuleId;
import io.beckon.protocol.selection.SelectionRuleView;
import io.beckon.protocol.selection.SelectionRules;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** {@link SelectionRules} on PostgreSQL. */
public final class PostgresSelectionRules implements SelectionRules {
  private final Database database;
  private final Clock clock;

  public PostgresSelectionRules(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SelectionRuleView> create(TenantId tenant, SelectionRule rule) {
    return database.inTransaction(
        h ->
            h.createQuery(
                    """
                    INSERT INTO selection_rule (tenant_id, name, rule, created_at)
                    VALUES (:tenant, :name, :rule::jsonb, :now)
                    ON CONFLICT (tenant_id, name) DO NOTHING RETURNING *
                    """)
                .bind("tenant", tenant.value())
                .bind("name", rule.name())
                .bind("rule", JsonColumn.write(rule))
                .bind("now", clock.instant())
                .map((row, ctx) -> SelectionRuleRows.view(row))
                .findOne()
                .orElseThrow(() -> nameTaken(rule.name())));
  }

  @Override
  public CompletionStage<Optional<SelectionRuleView>> find(TenantId tenant, SelectionRuleId id) {
    return database.withHandle(h -> SelectionRuleRows.find(h, tenant, id));
  }

  @Override
  public CompletionStage<Page<SelectionRuleView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          var found =
              h.createQuery(
                      "SELECT * FROM selection_rule WHERE tenant_id = :tenant AND rule_id > :after"
                          + " ORDER BY rule_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> SelectionRuleRows.view(row))
                  .list();
          return Pages.of(found, page, row -> row.id().toString());
        });
  }

  @Override
  public CompletionStage<SelectionRuleView> change(
      TenantId tenant, SelectionRuleId id, SelectionRule rule, OptionalLong revision) {
    return database.inTransaction(
        h -> {
          h.execute("SELECT FROM selection_rule WHERE rule_id = ? FOR UPDATE", id.value());
          var now = SelectionRuleRows.find(h, tenant, id).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          boolean taken =
              h.createQuery(
                      "SELECT EXISTS (SELECT FROM selection_rule"
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
              "UPDATE selection_rule SET name = ?, rule = ?::jsonb, revision = revision + 1"
                  + " WHERE rule_id = ?",
              rule.name(),
              JsonColumn.write(rule),
              id.value());
          return SelectionRuleRows.find(h, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, SelectionRuleId id) {
    return database.useTransaction(
        h -> {
          h.execute("SELECT FROM selection_rule WHERE rule_id = ? FOR UPDATE", id.value());
          OptionUsers.refuse(h, tenant, "selectionRuleId", id);
          var user =
              h.createQuery(
                      """
                      SELECT 'campaign group ' || name FROM campaign_group WHERE tenant_id = :tenant
                        AND settings -> 'lists' @>
                          jsonb_build_array(jsonb_build_object('selectionRuleId', :id::text))
                      UNION ALL
                      SELECT 'drop source ' || name FROM drop_source WHERE tenant_id = :tenant
                        AND settings -> 'export' ->> 'selectionRuleId' = :id
                      LIMIT 1
                      """)
                  .bind("tenant", tenant.value())
                  .bind("id", id.toString())
                  .mapTo(String.class)
                  .findOne();
          if (user.isPresent()) {
            throw new RefusedException(
                Refusal.conflict(
                    "IN_USE",
                    "The " + user.get() + " selects contacts by this rule.",
                    "Take the rule out of the group's lists, or of the source, first."));
          }
          int deleted =
              h.execute(
                  "DELETE FROM selection_rule WHERE tenant_id = ? AND rule_id = ?",
                  tenant.value(),
                  id.value());
          if (deleted == 0) {
            throw unknown(id);
          }
        });
  }

  @Override
  public CompletionStage<Tried> tryOn(TenantId tenant, SelectionRule rule, ContactListId list) {
    return database.inTransaction(
        h -> {
          long contacts = ListedContacts.count(h, tenant, list, RuleSql.of(null));
          var selected = RuleSql.on(h, rule, list, null);
          long matched = ListedContacts.count(h, tenant, list, selected);
          List<ContactView> examples =
              matched == 0 ? List.of() : ListedContacts.first(h, tenant, list, selected, EXAMPLES);
          return new Tried(contacts, matched, examples, selected.unjudged());
        });
  }

  private static RefusedException unknown(SelectionRuleId id) {
    return new RefusedException(Refusal.notFound("selection rule", id));
  }

  private static RefusedException nameTaken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN",
            "There is a selection rule " + name + " already.",
            "Choose another name, or change that rule."));
  }
}
