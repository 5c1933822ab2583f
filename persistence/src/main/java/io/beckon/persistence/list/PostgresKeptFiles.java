package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.KeptFiles;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** What is kept of imports: rows in PostgreSQL, files in the staging directory. */
public final class PostgresKeptFiles implements KeptFiles {
  private static final int AT_ONCE = 200;

  /** A file that somebody has just staged again belongs to an import that is not there yet. */
  private static final Duration JUST_STAGED = Duration.ofMinutes(10);

  /** Nobody reads them all to find out whether an erased person is in one. */
  private static final String OVER =
      """
      FROM import i WHERE i.kind IN ('CONTACTS', 'SUPPRESSION')
        AND i.state IN ('COMPLETED', 'FLUSHED', 'FAILED', 'CANCELLED')
        AND i.<gone> IS NULL
        AND (i.finished_at < :before
          OR EXISTS (SELECT FROM contact_list l WHERE i.kind = 'CONTACTS'
            AND l.list_id = i.list_id AND l.deleted_at IS NOT NULL)
          OR EXISTS (SELECT FROM suppression_list l WHERE i.kind = 'SUPPRESSION'
            AND l.list_id = i.list_id AND l.deleted_at IS NOT NULL)
          OR EXISTS (SELECT FROM erased e
            WHERE e.tenant_id = i.tenant_id AND e.erased_at >= i.created_at))
      ORDER BY i.finished_at LIMIT :limit
      """;

  private final Database database;
  private final Staging staging;
  private final Clock clock;

  public PostgresKeptFiles(Database database, Staging staging, Clock clock) {
    this.database = database;
    this.staging = staging;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Integer> sweep(Duration keep) {
    return database.withHandle(
        handle -> {
          ListRemoval.dropLeft(handle);
          return previews(handle) + files(handle, keep) + reports(handle, keep);
        });
  }

  private record Due(ImportId id, TenantId tenant, String sha256) {}

  private record Upload(TenantId tenant, String sha256) {}

  /** Files that were looked at and never imported. */
  private int previews(Handle handle) {
    List<Upload> due =
        handle
            .createQuery(
                "DELETE FROM kept_upload WHERE created_at <= ? RETURNING tenant_id, sha256")
            .bind(0, clock.instant().minus(PostgresKeptUploads.KEPT))
            .map((row, ctx) -> new Upload(new TenantId(row.getString(1)), row.getString(2)))
            .list();
    for (var upload : due) {
      handle.useTransaction(h -> removeUnwanted(h, upload));
    }
    return due.size();
  }

  private void removeUnwanted(Handle handle, Upload upload) {
    var file = staging.path(upload.tenant(), upload.sha256());
    try {
      if (!isJustStaged(file) && !isWanted(handle, upload)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWanted(Handle handle, Upload upload) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM import WHERE tenant_id = :tenant AND sha256 = :file
                AND kind IN ('CONTACTS', 'SUPPRESSION') AND file_gone_at IS NULL)
              OR EXISTS (SELECT FROM kept_upload WHERE tenant_id = :tenant AND sha256 = :file)
            """)
        .bind("tenant", upload.tenant().value())
        .bind("file", upload.sha256())
        .mapTo(Boolean.class)
        .one();
  }

  private int files(Handle handle, Duration keep) {
    List<Due> due =
        handle
            .createQuery("SELECT i.import_id, i.tenant_id, i.sha256 " + OVER)
            .define("gone", "file_gone_at")
            .bind("before", clock.instant().minus(keep))
            .bind("limit", AT_ONCE)
            .map(
                (row, ctx) ->
                    new Due(
                        new ImportId(row.getLong(1)),
                        new TenantId(row.getString(2)),
                        row.getString(3)))
            .list();
    return (int) due.stream().filter(one -> handle.inTransaction(h -> remove(h, one))).count();
  }

  /** The last import of the same content takes the file with it. */
  private boolean remove(Handle handle, Due due) {
    var original = staging.path(due.tenant(), due.sha256());
    try {
      if (isJustStaged(original)) {
        return false;
      }
      handle.execute(
          "UPDATE import SET file_gone_at = ? WHERE import_id = ?",
          clock.instant(),
          due.id().value());
      if (!isWanted(handle, new Upload(due.tenant(), due.sha256()))) {
        Files.deleteIfExists(original);
      }
      Files.deleteIfExists(staging.prepared(due.tenant(), due.id()));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isJustStaged(Path file) throws IOException {
    return Files.exists(file)
        && Files.getLastModifiedTime(file).toInstant().isAfter(clock.instant().minus(JUST_STAGED));
  }

  private int reports(Handle handle, Duration keep) {
    return handle
        .createQuery(
            "WITH due AS (SELECT i.import_id "
                + OVER
                + "), issues AS (DELETE FROM import_issue s USING due"
                + " WHERE s.import_id = due.import_id)"
                + " UPDATE import i SET reports_gone_at = :now FROM due"
                + " WHERE i.import_id = due.import_id RETURNING i.import_id")
        .define("gone", "reports_gone_at")
        .bind("before", clock.instant().minus(keep))
        .bind("now", clock.instant())
        .bind("limit", AT_ONCE)
        .mapTo(Long.class)
        .list()
        .size();
  }

  @Override
  public CompletionStage<Boolean> reportsGone(ImportId id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT reports_gone_at IS NOT NULL FROM import WHERE import_id = ?")
                .bind(0, id.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }
}
