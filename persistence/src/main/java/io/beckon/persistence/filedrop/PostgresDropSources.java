package io.beckon.persistence.filedrop;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.persistence.SecretBox;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.DropRun;
import io.beckon.protocol.filedrop.DropRunView;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.filedrop.DropSources;
import io.beckon.protocol.filedrop.DropTrouble;
import io.beckon.protocol.filedrop.SignIn;
import io.beckon.protocol.job.Timetable;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Watched places in PostgreSQL; secrets only encrypted. */
public final class PostgresDropSources implements DropSources {
  private static final String VIEW =
      """
      SELECT s.*, (SELECT count(*) FROM taken_file t WHERE t.tenant_id = s.tenant_id
        AND t.source = s.source_id::text) AS taken
      FROM drop_source s WHERE s.tenant_id = :tenant
      """;

  private static final String CHANGE =
      """
      UPDATE drop_source SET name = :name, kind = :kind, url = :url, settings = :settings::jsonb,
        credentials = :credentials, ran_at = :now, last_error = NULL, failures = 0, next_try = NULL,
        asked_at = CASE WHEN next_try IS NULL THEN asked_at ELSE :now END, revision = revision + 1
      WHERE tenant_id = :tenant AND source_id::text = :id
      """;
  private final Database database;
  private final DropRows rows;
  private final Clock clock;

  public PostgresDropSources(Database database, SecretBox box, Timetable timetable, Clock clock) {
    this.database = database;
    this.rows = new DropRows(box, timetable);
    this.clock = clock;
  }

  @Override
  public CompletionStage<DropSourceView> create(TenantId tenant, DropSettings settings) {
    return database.inTransaction(
        handle -> {
          check(handle, tenant, settings);
          var id =
              handle
                  .createQuery(
                      "INSERT INTO drop_source (tenant_id, name, kind, url, settings, credentials,"
                          + " created_at, ran_at) VALUES (:tenant, :name, :kind, :url,"
                          + " :settings::jsonb, :credentials, :now, :now) ON CONFLICT (tenant_id,"
                          + " name) DO NOTHING RETURNING source_id")
                  .bind("tenant", tenant.value())
                  .bind("name", settings.name())
                  .bind("kind", settings.kind().name())
                  .bind("url", settings.url())
                  .bind("settings", JsonColumn.write(DropSecrets.without(settings)))
                  .bind("credentials", rows.locked(settings))
                  .bind("now", clock.instant())
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(() -> taken(settings.name()));
          return view(handle, tenant, Long.toString(id)).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Page<DropSourceView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        handle -> {
          var found =
              handle
                  .createQuery(VIEW + " AND s.source_id > :after ORDER BY s.source_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map((row, ctx) -> rows.view(row))
                  .list();
          return Pages.of(found, page, DropSourceView::id);
        });
  }

  @Override
  public CompletionStage<Optional<DropSourceView>> find(TenantId tenant, String id) {
    return database.withHandle(handle -> view(handle, tenant, id));
  }

  @Override
  public CompletionStage<Optional<DropSource>> whole(TenantId tenant, String id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM drop_source WHERE tenant_id = :tenant"
                        + " AND source_id::text = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map((row, ctx) -> rows.source(row))
                .findOne());
  }

  @Override
  public CompletionStage<DropSourceView> change(
      TenantId tenant, String id, DropSettings settings, OptionalLong revision) {
    return database.inTransaction(
        handle -> {
          hold(handle, tenant, id, revision);
          check(handle, tenant, settings);
          handle
              .createUpdate(CHANGE)
              .bind("name", settings.name())
              .bind("kind", settings.kind().name())
              .bind("url", settings.url())
              .bind("settings", JsonColumn.write(DropSecrets.without(settings)))
              .bind("credentials", rows.locked(settings))
              .bind("now", clock.instant())
              .bind("tenant", tenant.value())
              .bind("id", id)
              .execute();
          return view(handle, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, String id, OptionalLong revision) {
    return database.useTransaction(
        handle -> {
          hold(handle, tenant, id, revision);
          handle.execute(
              "DELETE FROM drop_source WHERE tenant_id = ? AND source_id::text = ?",
              tenant.value(),
              id);
        });
  }

  /** Nobody changes it until the transaction ends. */
  private static void hold(Handle handle, TenantId tenant, String id, OptionalLong revision) {
    long now =
        handle
            .createQuery(
                "SELECT revision FROM drop_source WHERE tenant_id = ? AND source_id::text = ?"
                    + " FOR UPDATE")
            .bind(0, tenant.value())
            .bind(1, id)
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> unknown(id));
    Revisions.check(revision, now);
  }

  @Override
  public CompletionStage<List<DropSource>> all() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM drop_source ORDER BY source_id")
                .map((row, ctx) -> rows.source(row))
                .list());
  }

  @Override
  public CompletionStage<List<TenantId>> tenants() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT tenant_id FROM tenant")
                .map((row, ctx) -> new TenantId(row.getString(1)))
                .list());
  }

  @Override
  public CompletionStage<Void> looked(DropSource source, @Nullable DropTrouble trouble) {
    return database.useTransaction(
        handle -> DropRunRows.looked(handle, source, trouble, clock.instant()));
  }

  @Override
  public CompletionStage<DropSourceView> ask(TenantId tenant, String id) {
    return database.inTransaction(
        handle -> {
          handle.execute(
              "UPDATE drop_source SET asked_at = ? WHERE tenant_id = ? AND source_id::text = ?",
              clock.instant(),
              tenant.value(),
              id);
          return view(handle, tenant, id).orElseThrow(() -> unknown(id));
        });
  }

  @Override
  public CompletionStage<Void> ran(DropSource source, DropRun run) {
    return database.useTransaction(handle -> DropRunRows.keep(handle, source, run));
  }

  @Override
  public CompletionStage<Page<DropRunView>> runs(TenantId tenant, String id, PageRequest page) {
    return database.withHandle(
        handle -> {
          if (view(handle, tenant, id).isEmpty()) {
            throw unknown(id);
          }
          return Pages.of(DropRunRows.page(handle, id, page), page, DropRunView::id);
        });
  }

  private void check(Handle handle, TenantId tenant, DropSettings settings) {
    SignIn.check(settings);
    Targets.check(handle, tenant, settings);
    settings.times().schedule().ifPresent(schedule -> rows.next(schedule, clock.instant()));
  }

  private Optional<DropSourceView> view(Handle handle, TenantId tenant, String id) {
    return handle
        .createQuery(VIEW + " AND s.source_id::text = :id")
        .bind("tenant", tenant.value())
        .bind("id", id)
        .map((row, ctx) -> rows.view(row))
        .findOne();
  }

  private static RefusedException unknown(String id) {
    return new RefusedException(Refusal.notFound("drop source", id));
  }

  private static RefusedException taken(String name) {
    return new RefusedException(
        Refusal.conflict(
            "NAME_TAKEN", "There is a drop source " + name + " already.", "Choose another name."));
  }
}
