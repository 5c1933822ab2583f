package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.KeptUpload;
import io.beckon.protocol.list.KeptUploads;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.PreviewId;
import io.beckon.protocol.list.StagedFile;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Uploads that wait to be imported, in PostgreSQL. */
public final class PostgresKeptUploads implements KeptUploads {
  private static final String KEEP =
      """
      INSERT INTO kept_upload (tenant_id, kind, list_id, file_name, sha256, bytes, created_at)
      VALUES (:tenant, :kind, :list, :file, :sha256, :bytes, :now)
      RETURNING preview_id
      """;

  private static final String FIND =
      """
      SELECT k.*, c.time_zone, coalesce(s.type = 'CLIENT_ID', false) AS client_ids
      FROM kept_upload k
      LEFT JOIN contact_list c ON k.kind = 'CONTACTS' AND c.list_id = k.list_id
        AND c.deleted_at IS NULL
      LEFT JOIN suppression_list s ON k.kind = 'SUPPRESSION' AND s.list_id = k.list_id
        AND s.deleted_at IS NULL
      WHERE k.tenant_id = :tenant AND k.preview_id = :id AND k.created_at > :after
        AND coalesce(c.list_id, s.list_id) IS NOT NULL
      """;

  private final Database database;
  private final Clock clock;

  public PostgresKeptUploads(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<KeptUpload> keep(ListRef list, String fileName, StagedFile file) {
    return database.inTransaction(
        handle -> {
          var id =
              handle
                  .createQuery(KEEP)
                  .bind("tenant", list.tenant().value())
                  .bind("kind", list.kind().name())
                  .bind("list", list.listId())
                  .bind("file", fileName)
                  .bind("sha256", file.sha256())
                  .bind("bytes", file.bytes())
                  .bind("now", clock.instant())
                  .map((row, ctx) -> new PreviewId(row.getLong(1)))
                  .one();
          return find(handle, list.tenant(), id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Optional<KeptUpload>> find(TenantId tenant, PreviewId id) {
    return database.withHandle(handle -> find(handle, tenant, id));
  }

  private Optional<KeptUpload> find(Handle handle, TenantId tenant, PreviewId id) {
    return handle
        .createQuery(FIND)
        .bind("tenant", tenant.value())
        .bind("id", id.value())
        .bind("after", forgotten())
        .map((row, ctx) -> upload(tenant, row))
        .findOne();
  }

  private static KeptUpload upload(TenantId tenant, ResultSet row) throws SQLException {
    return new KeptUpload(
        new PreviewId(row.getLong("preview_id")),
        new ListRef(tenant, ImportKind.valueOf(row.getString("kind")), row.getLong("list_id")),
        row.getString("file_name"),
        new StagedFile(row.getString("sha256"), row.getLong("bytes")),
        row.getString("time_zone"),
        row.getBoolean("client_ids"));
  }

  private Instant forgotten() {
    return clock.instant().minus(KEPT);
  }
}
