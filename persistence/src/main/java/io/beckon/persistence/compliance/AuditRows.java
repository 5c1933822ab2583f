package io.beckon.persistence.compliance;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.tenant.Principal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes to the audit trail in the transaction of what is audited. */
final class AuditRows {
  private AuditRows() {}

  static void add(
      Handle handle,
      Principal who,
      OffsetDateTime at,
      String action,
      String object,
      Map<String, String> detail) {
    handle
        .createUpdate(
            """
            INSERT INTO audit (tenant_id, at, actor, action, object, detail)
            VALUES (:tenant, :at, :actor, :action, :object, :detail::jsonb)
            """)
        .bind("tenant", who.tenant().value())
        .bind("at", at)
        .bind("actor", who.name())
        .bind("action", action)
        .bind("object", object)
        .bind("detail", JsonColumn.write(detail))
        .execute();
  }
}
