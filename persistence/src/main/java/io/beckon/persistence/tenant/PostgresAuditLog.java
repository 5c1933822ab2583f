package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.AuditLog;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The audit trail in PostgreSQL; rows are only ever added. */
public final class PostgresAuditLog implements AuditLog {
  private final Database database;
  private final Clock clock;

  public PostgresAuditLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> record(Principal who, Entry entry) {
    return database.useTransaction(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO audit (tenant_id, at, actor, action, object, detail)
                    VALUES (:tenant, :at, :actor, :action, :object, :detail::jsonb)
                    """)
                .bind("tenant", who.tenant().value())
                .bind("at", UserRows.utc(clock.instant()))
                .bind("actor", who.name())
                .bind("action", entry.action())
                .bind("object", entry.object())
                .bind("detail", JsonColumn.write(entry.detail()))
                .execute());
  }

  @Override
  public CompletionStage<Page<AuditView>> list(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h ->
            Pages.of(
                h.createQuery(
                        """
                        SELECT * FROM audit WHERE tenant_id = :tenant AND audit_id < :before
                        ORDER BY audit_id DESC LIMIT :limit
                        """)
                    .bind("tenant", tenant.value())
                    .bind("before", page.afterNumber(Long.MAX_VALUE))
                    .bind("limit", page.limit() + 1)
                    .map((row, context) -> view(row))
                    .list(),
                page,
                AuditView::id));
  }

  private static AuditView view(ResultSet row) throws SQLException {
    Map<String, String> detail = new LinkedHashMap<>();
    JsonColumn.read(row.getString("detail"), Map.class)
        .forEach((key, value) -> detail.put(String.valueOf(key), String.valueOf(value)));
    return new AuditView(
        Long.toString(row.getLong("audit_id")),
        UserRows.instant(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        detail);
  }
}
