package io.beckon.persistence.selection;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRuleId;
import io.beckon.protocol.selection.SelectionRuleView;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code selection_rule}, within a transaction of the caller. */
public final class SelectionRuleRows {
  private SelectionRuleRows() {}

  public static Optional<SelectionRuleView> find(
      Handle handle, TenantId tenant, SelectionRuleId id) {
    return handle
        .createQuery("SELECT * FROM selection_rule WHERE tenant_id = ? AND rule_id = ?")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> view(row))
        .findOne();
  }

  /** The rule that somebody names; refused (422) when the tenant has none of that id. */
  public static @Nullable SelectionRule named(
      Handle handle, TenantId tenant, @Nullable SelectionRuleId id) {
    return id == null
        ? null
        : find(handle, tenant, id)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Refusal.invalid(
                            "UNKNOWN_SELECTION_RULE",
                            "There is no selection rule " + id + " here.",
                            "Check the id, and that it belongs to your tenant.")))
            .rule();
  }

  /** The same; it stays until the transaction ends. */
  public static void hold(Handle handle, TenantId tenant, @Nullable SelectionRuleId id) {
    if (id != null) {
      handle.execute("SELECT FROM selection_rule WHERE rule_id = ? FOR SHARE", id.value());
      named(handle, tenant, id);
    }
  }

  public static SelectionRuleView view(ResultSet row) throws SQLException {
    var rule = JsonColumn.read(row.getString("rule"), SelectionRule.class);
    return new SelectionRuleView(
        new SelectionRuleId(row.getLong("rule_id")),
        row.getString("name"),
        rule.anyOf(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }
}
