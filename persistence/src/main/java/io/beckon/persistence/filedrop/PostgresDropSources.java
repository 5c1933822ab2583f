package io.beckon.persistence.filedrop;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.filedrop.DropSources;
import io.beckon.protocol.filedrop.SignIn;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

  private final Database database;
  private final SecretBox box;
  private final Clock clock;

  public PostgresDropSources(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  @Override
  public CompletionStage<DropSourceView> create(TenantId tenant, DropSettings settings) {
    return database.inTransaction(
        handle -> {
          SignIn.check(settings);
          TargetList.check(handle, tenant, settings);
          var id =
              handle
                  .createQuery(
                      "INSERT INTO drop_source (tenant_id, name, kind, url, settings, credentials,"
                          + " created_at) VALUES (:tenant, :name, :kind, :url, :settings::jsonb,"
                          + " :credentials, :now) ON CONFLICT (tenant_id, name) DO NOTHING"
                          + " RETURNING source_id")
                  .bind("tenant", tenant.value())
                  .bind("name", settings.name())
                  .bind("kind", settings.kind().name())
                  .bind("url", settings.url())
                  .bind("settings", JsonColumn.write(DropSecrets.without(settings)))
                  .bind("credentials", DropSecrets.locked(box, settings))
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
                  .map((row, ctx) -> view(row))
                  .list();
          boolean more = found.size() > page.limit();
          var items = more ? found.subList(0, page.limit()) : found;
          return new Page<>(items, more ? items.get(items.size() - 1).id() : null);
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
                .map((row, ctx) -> source(row))
                .findOne());
  }

  @Override
  public CompletionStage<DropSourceView> change(TenantId tenant, String id, DropSettings settings) {
    return database.inTransaction(
        handle -> {
          SignIn.check(settings);
          TargetList.check(handle, tenant, settings);
          int changed =
              handle
                  .createUpdate(
                      "UPDATE drop_source SET name = :name, kind = :kind, url = :url,"
                          + " settings = :settings::jsonb, last_error = NULL,"
                          + " credentials = :credentials"
                          + " WHERE tenant_id = :tenant AND source_id::text = :id")
                  .bind("name", settings.name())
                  .bind("kind", settings.kind().name())
                  .bind("url", settings.url())
                  .bind("settings", JsonColumn.write(DropSecrets.without(settings)))
                  .bind("credentials", DropSecrets.locked(box, settings))
                  .bind("tenant", tenant.value())
                  .bind("id", id)
                  .execute();
          if (changed == 0) {
            throw unknown(id);
          }
          return view(handle, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, String id) {
    return database.useTransaction(
        handle -> {
          if (handle.execute(
                  "DELETE FROM drop_source WHERE tenant_id = ? AND source_id::text = ?",
                  tenant.value(),
                  id)
              == 0) {
            throw unknown(id);
          }
        });
  }

  @Override
  public CompletionStage<List<DropSource>> all() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM drop_source ORDER BY source_id")
                .map((row, ctx) -> source(row))
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
  public CompletionStage<Void> looked(DropSource source, @Nullable String error) {
    return database.useTransaction(
        handle ->
            handle.execute(
                "UPDATE drop_source SET last_run = ?, last_error = ?"
                    + " WHERE tenant_id = ? AND source_id::text = ?",
                clock.instant(),
                error,
                source.tenant().value(),
                source.id()));
  }

  private Optional<DropSourceView> view(Handle handle, TenantId tenant, String id) {
    return handle
        .createQuery(VIEW + " AND s.source_id::text = :id")
        .bind("tenant", tenant.value())
        .bind("id", id)
        .map((row, ctx) -> view(row))
        .findOne();
  }

  private DropSourceView view(ResultSet row) throws SQLException {
    var settings = source(row).settings();
    var credentials = settings.credentials();
    var lastRun = row.getObject("last_run", OffsetDateTime.class);
    return new DropSourceView(
        row.getString("source_id"),
        settings.name(),
        settings.kind(),
        settings.url(),
        credentials == null ? null : credentials.username(),
        credentials != null && credentials.password() != null,
        settings.privateKey() != null,
        settings.knownHosts(),
        settings.fingerprint(),
        settings.marker(),
        settings.afterOrUsual(),
        settings.maskOrUsual(),
        settings.everyOrUsual(),
        settings.actionOrUsual(),
        settings.contactListId(),
        lastRun == null ? null : lastRun.toInstant(),
        row.getString("last_error"),
        row.getLong("taken"));
  }

  private DropSource source(ResultSet row) throws SQLException {
    var settings = JsonColumn.read(row.getString("settings"), DropSettings.class);
    return new DropSource(
        new TenantId(row.getString("tenant_id")),
        row.getString("source_id"),
        DropSecrets.with(box, settings, row.getBytes("credentials")));
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
