package io.beckon.persistence.suppression;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.suppression.SuppressionExport;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/** Entries of suppression lists, copied out of PostgreSQL. */
public final class PostgresSuppressionExport implements SuppressionExport {
  /** At a time: each holds a connection of the features' pool. */
  private static final int MOST = 2;

  private final CopySource files;

  public PostgresSuppressionExport(Database database) {
    this.files = new CopySource(database, MOST);
  }

  @Override
  public Source<ByteString, NotUsed> export(
      TenantId tenant, SuppressionListId list, ExportOptions options, LongConsumer rows) {
    return files.file(
        options,
        handle -> SuppressionSheet.query(handle, list, type(handle, tenant, list), options),
        rows);
  }

  private static SuppressionType type(Handle handle, TenantId tenant, SuppressionListId list) {
    return handle
        .createQuery(
            "SELECT type FROM suppression_list WHERE tenant_id = :tenant AND list_id = :list"
                + " AND deleted_at IS NULL")
        .bind("tenant", tenant.value())
        .bind("list", list.value())
        .mapTo(String.class)
        .findOne()
        .map(SuppressionType::valueOf)
        .orElseThrow(() -> new RefusedException(Refusal.notFound("suppression list", list)));
  }
}
