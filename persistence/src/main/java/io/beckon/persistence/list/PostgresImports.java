package io.beckon.persistence.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Imports in PostgreSQL. */
public final class PostgresImports implements Imports {
  private static final String CREATE =
      """
      INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options, selection, source,
        idempotency_key, bytes_total, heard_at, created_at)
      VALUES (:tenant, :kind, :list, 'QUEUED', :file, :sha256,
        :options::jsonb, :selection::jsonb, :source, :key,
        :bytes, clock_timestamp(), :now)
      ON CONFLICT (tenant_id, kind, list_id, idempotency_key) WHERE idempotency_key IS NOT NULL
      DO UPDATE SET idempotency_key = excluded.idempotency_key
      RETURNING import_id
      """;

  private static final String PAGE =
      """
      SELECT * FROM import
      WHERE tenant_id = :tenant AND kind IN ('CONTACTS', 'SUPPRESSION') AND (:kind::text IS NULL OR kind = :kind)
        AND (:list::bigint IS NULL OR list_id = :list) AND import_id < :before
      ORDER BY import_id DESC LIMIT :limit
      """;

  private static final String BEGIN =
      """
      UPDATE import SET state = 'RUNNING', epoch = epoch + 1, heard_at = clock_timestamp(),
        started_at = coalesce(started_at, :now)
      WHERE import_id = :id AND state IN ('QUEUED', 'RUNNING')
      RETURNING epoch
      """;

  private static final String CANCEL =
      """
      UPDATE import SET state = 'CANCELLED', epoch = epoch + 1, finished_at = :now
      WHERE import_id = :id AND tenant_id = :tenant AND state IN ('QUEUED', 'RUNNING')
        AND NOT loaded
      RETURNING kind, list_id
      """;

  private final Database database;
  private final Clock clock;

  public PostgresImports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<ImportId> create(NewImport wish) {
    return database.inTransaction(handle -> create(handle, wish, clock));
  }

  /** Within a transaction of the caller. */
  public static ImportId create(Handle handle, NewImport wish, Clock clock) {
    ImportWish.check(handle, wish);
    var id =
        handle
            .createQuery(CREATE)
            .bind("tenant", wish.list().tenant().value())
            .bind("kind", wish.list().kind().name())
            .bind("list", wish.list().listId())
            .bind("file", wish.fileName())
            .bind("sha256", wish.file().sha256())
            .bind("options", JsonColumn.write(wish.options()))
            .bind("selection", ImportWish.selection(handle, wish))
            .bind("source", wish.source())
            .bind("key", wish.idempotencyKey())
            .bind("bytes", wish.file().bytes())
            .bind("now", clock.instant())
            .map((row, ctx) -> new ImportId(row.getLong(1)))
            .one();
    Parts.create(handle, wish, id);
    return id;
  }

  @Override
  public CompletionStage<Optional<ImportView>> find(TenantId tenant, ImportId id) {
    return database.withHandle(handle -> find(handle, tenant, id));
  }

  private Optional<ImportView> find(Handle handle, TenantId tenant, ImportId id) {
    return handle
        .createQuery(
            "SELECT * FROM import WHERE tenant_id = ? AND import_id = ? AND kind IN ('CONTACTS', 'SUPPRESSION')")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map(new ImportRow(clock))
        .findOne();
  }

  @Override
  public CompletionStage<Page<ImportView>> page(
      TenantId tenant, @Nullable ImportKind kind, @Nullable Long listId, PageRequest page) {
    return database.withHandle(
        handle -> {
          var found =
              handle
                  .createQuery(PAGE)
                  .bind("tenant", tenant.value())
                  .bind("kind", kind == null ? null : kind.name())
                  .bind("list", listId)
                  .bind("before", page.afterNumber(Long.MAX_VALUE))
                  .bind("limit", page.limit() + 1)
                  .map(new ImportRow(clock))
                  .list();
          return Pages.of(found, page, i -> i.id().toString());
        });
  }

  @Override
  public Source<RowIssue, NotUsed> issues(ImportId id, ImportReport report) {
    return ImportIssues.of(database, id, report);
  }

  @Override
  public CompletionStage<OptionalLong> begin(ImportId id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(BEGIN)
                .bind("id", id.value())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
  }

  @Override
  public CompletionStage<Boolean> isOpen(ImportId id) {
    return database.withHandle(
        handle ->
            handle
                    .createQuery(
                        "SELECT count(*) FROM import WHERE import_id = ?"
                            + " AND state IN ('QUEUED', 'RUNNING')")
                    .bind(0, id.value())
                    .mapTo(Long.class)
                    .one()
                == 1);
  }

  @Override
  public CompletionStage<ImportView> cancel(TenantId tenant, ImportId id) {
    return database.inTransaction(
        handle -> {
          var list =
              handle
                  .createQuery(CANCEL)
                  .bind("id", id.value())
                  .bind("tenant", tenant.value())
                  .bind("now", clock.instant())
                  .map(
                      (row, ctx) ->
                          new ListRef(tenant, ImportKind.valueOf(row.getString(1)), row.getLong(2)))
                  .findOne();
          list.ifPresent(l -> Leftovers.remove(handle, l, id));
          var view =
              find(handle, tenant, id)
                  .orElseThrow(() -> new RefusedException(Refusal.notFound("import", id)));
          if (view.state() != ImportState.CANCELLED) {
            throw new RefusedException(tooLate(view));
          }
          return view;
        });
  }

  private static Refusal tooLate(ImportView view) {
    return Refusal.conflict(
        "ILLEGAL_STATE",
        view.state() == ImportState.RUNNING
            ? "The import has all its rows in and is just being completed."
            : "The import is " + view.state() + " and cannot be cancelled any more.",
        "Delete the list, or the entries, if what it brought is not wanted.");
  }

  @Override
  public CompletionStage<List<Unattended>> unattended(Duration silent) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT tenant_id, kind, list_id, import_id FROM import"
                        + " WHERE state IN ('QUEUED', 'RUNNING') AND kind <> 'PART'"
                        + " AND heard_at < clock_timestamp() - make_interval(secs => :silent)"
                        + " ORDER BY import_id LIMIT 1000")
                .bind("silent", silent.toMillis() / 1000.0)
                .map(
                    (row, ctx) ->
                        new Unattended(
                            new ListRef(
                                new TenantId(row.getString(1)),
                                ImportKind.valueOf(row.getString(2)),
                                row.getLong(3)),
                            new ImportId(row.getLong(4))))
                .list());
  }
}
