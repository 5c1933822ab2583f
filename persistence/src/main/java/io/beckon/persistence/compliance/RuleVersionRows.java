package io.beckon.persistence.compliance;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.RuleId;
import io.beckon.protocol.compliance.RuleSpec;
import io.beckon.protocol.compliance.Rules.Version;
import io.beckon.protocol.tenant.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Every version of a rule there was. */
final class RuleVersionRows {
  private RuleVersionRows() {}

  static Page<Version> page(Handle handle, TenantId tenant, RuleId id, PageRequest page) {
    List<Version> found =
        handle
            .createQuery(
                """
                SELECT version, spec, actor, at FROM compliance_rule_version
                WHERE tenant_id = :tenant AND rule_id = :id AND version < :before
                ORDER BY version DESC LIMIT :limit
                """)
            .bind("tenant", tenant.value())
            .bind("id", id.value())
            .bind("before", page.afterNumber(Integer.MAX_VALUE))
            .bind("limit", page.limit() + 1)
            .map(
                (row, context) ->
                    new Version(
                        row.getInt("version"),
                        JsonColumn.read(row.getString("spec"), RuleSpec.class),
                        row.getString("actor"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    if (found.isEmpty() && page.afterNumber(Integer.MAX_VALUE) > 1) {
      throw new RefusedException(Refusal.notFound("compliance rule", id));
    }
    return Pages.of(found, page, row -> Integer.toString(row.version()));
  }
}
