package io.beckon.persistence.reference;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.reference.ZoneMap;
import io.beckon.protocol.reference.ZoneMaps;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** {@link ZoneMaps} on PostgreSQL. */
public final class PostgresZoneMaps implements ZoneMaps {
  private final Database database;

  public PostgresZoneMaps(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<ZoneMap> of(TenantId tenant) {
    return database.withHandle(handle -> PostgresLocators.read(handle, tenant));
  }

  @Override
  public CompletionStage<ZoneMap> replace(TenantId tenant, ZoneMap map) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO zone_map (tenant_id, entries, revision)
                  VALUES (:tenant, :entries::jsonb, nextval('zone_map_revision'))
                  ON CONFLICT (tenant_id) DO UPDATE SET entries = EXCLUDED.entries,
                    revision = EXCLUDED.revision
                  """)
              .bind("tenant", tenant.value())
              .bind("entries", JsonColumn.write(map.entries()))
              .execute();
          return map;
        });
  }
}
