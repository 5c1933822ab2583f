package io.beckon.persistence.tenant;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.compliance.DefaultZones;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.reference.Territories;
import io.beckon.protocol.tenant.TenantId;
import io.beckon.protocol.tenant.TenantSettings;
import io.beckon.protocol.tenant.Tenants;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Tenants and their settings in PostgreSQL. */
public final class PostgresTenants implements Tenants {
  private static final String READ = "SELECT settings FROM tenant WHERE tenant_id = :id";
  private static final String LOCK = "SELECT settings FROM tenant WHERE tenant_id = :id FOR UPDATE";

  private static final int HMAC_KEY_BYTES = 32;

  private final Database database;
  private final PasswordHash passwords;
  private final Clock clock;
  private final RedisOutbox outbox;

  public PostgresTenants(
      Database database, PasswordHash passwords, Clock clock, RedisOutbox outbox) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
    this.outbox = outbox;
  }

  @Override
  public CompletionStage<TenantView> create(NewTenant tenant) {
    return database.inTransaction(
        h -> {
          var view = new TenantView(tenant.id(), tenant.name(), tenant.country(), clock.instant());
          if (!insert(h, view)) {
            throw new RefusedException(
                Refusal.conflict(
                    "TENANT_EXISTS",
                    "There is a tenant " + tenant.id() + " already.",
                    "Choose another id."));
          }
          UserRows.insert(h, tenant.id(), tenant.admin(), passwords, view.createdAt());
          return view;
        });
  }

  /** False when it is there already. */
  static boolean insert(Handle handle, TenantView tenant) {
    var key = new byte[HMAC_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return handle
            .createUpdate(
                """
                INSERT INTO tenant (tenant_id, name, country, settings, hmac_key, created_at)
                VALUES (:id, :name, :country, :settings::jsonb, :key, :now)
                ON CONFLICT (tenant_id) DO NOTHING
                """)
            .bind("id", tenant.id().value())
            .bind("name", tenant.name())
            .bind("country", tenant.country())
            .bind("settings", JsonColumn.write(TenantSettings.of(tenant.country())))
            .bind("key", key)
            .bind("now", UserRows.utc(tenant.createdAt()))
            .execute()
        == 1;
  }

  @Override
  public CompletionStage<Page<TenantView>> list(PageRequest page) {
    var after = page.after();
    return database.withHandle(
        h ->
            Pages.of(
                h.createQuery(
                        "SELECT * FROM tenant WHERE tenant_id > :after ORDER BY tenant_id LIMIT :n")
                    .bind("after", after == null ? "" : after)
                    .bind("n", page.limit() + 1)
                    .map((row, context) -> view(row))
                    .list(),
                page,
                tenant -> tenant.id().value()));
  }

  @Override
  public CompletionStage<Optional<TenantView>> find(TenantId tenant) {
    return database.withHandle(
        h ->
            h.createQuery("SELECT * FROM tenant WHERE tenant_id = :id")
                .bind("id", tenant.value())
                .map((row, context) -> view(row))
                .findOne());
  }

  @Override
  public CompletionStage<TenantSettings> settings(TenantId tenant) {
    return database.withHandle(h -> read(h, tenant, READ));
  }

  @Override
  public CompletionStage<TenantSettings> change(
      TenantId tenant, UnaryOperator<TenantSettings> change) {
    return outbox.apply(
        notes -> {
          var h = notes.handle();
          var before = read(h, tenant, LOCK);
          var changed = change.apply(before);
          h.createUpdate(
                  """
                  UPDATE tenant SET settings = :settings::jsonb, country = :country
                  WHERE tenant_id = :id
                  """)
              .bind("settings", JsonColumn.write(changed))
              .bind("country", changed.country())
              .bind("id", tenant.value())
              .execute();
          if (!zones(before).equals(zones(changed))) {
            notes.rules(tenant);
          }
          return changed;
        });
  }

  /** Every check looks at what stands in for zones that are not known. */
  private static ZoneKey zones(TenantSettings settings) {
    return DefaultZones.of(
        settings.timeZone(), settings.country(), Territories.of(settings.excludedTerritories()));
  }

  private static TenantSettings read(Handle handle, TenantId tenant, String sql) {
    return handle
        .createQuery(sql)
        .bind("id", tenant.value())
        .mapTo(String.class)
        .findOne()
        .map(json -> JsonColumn.read(json, TenantSettings.class))
        .orElseThrow(() -> new RefusedException(Refusal.notFound("tenant", tenant)));
  }

  private static TenantView view(ResultSet row) throws SQLException {
    Instant createdAt = UserRows.instant(row, "created_at");
    return new TenantView(
        new TenantId(row.getString("tenant_id")),
        row.getString("name"),
        row.getString("country"),
        createdAt);
  }
}
