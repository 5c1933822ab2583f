package io.beckon.persistence.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.persistence.Database;
import io.beckon.protocol.reference.DataId;
import io.beckon.protocol.reference.DataSetReader;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.reference.ReferenceData;
import io.beckon.protocol.reference.Territories;
import io.beckon.protocol.reference.ZoneMap;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL which version holds, every time, and keeps what was read of it until another one
 * does. That question is one row; the data is read once a node and version.
 */
public final class PostgresLocators implements Locators {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<ZoneMap.Entry>> ENTRIES = new TypeReference<>() {};

  private static final String HOLDS =
      """
      SELECT coalesce((SELECT data_id FROM reference_activation
          ORDER BY activation_id DESC LIMIT 1), 0),
        coalesce((SELECT revision FROM zone_map WHERE tenant_id = :tenant), 0),
        (SELECT settings ->> 'excludedTerritories' FROM tenant WHERE tenant_id = :tenant)
      """;

  private record Held(DataId id, ReferenceData data) {}

  private record Known(long revision, ZoneMap map) {}

  private record Excluded(String json, Territories territories) {}

  private final Database database;
  private final Map<TenantId, Known> maps = new ConcurrentHashMap<>();
  private final Map<TenantId, Excluded> territories = new ConcurrentHashMap<>();
  private Held held = new Held(DataId.BUNDLED, ReferenceData.BUNDLED);

  public PostgresLocators(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Locator> of(TenantId tenant) {
    return database.withHandle(handle -> of(handle, tenant));
  }

  /** What holds as the caller's transaction sees it. */
  public Locator of(Handle handle, TenantId tenant) {
    return handle
        .createQuery(HOLDS)
        .bind("tenant", tenant.value())
        .map(
            (row, ctx) ->
                new Locator(
                    map(handle, tenant, row.getLong(2)),
                    data(handle, new DataId(row.getLong(1))),
                    territories(tenant, row.getString(3))))
        .one();
  }

  private ZoneMap map(Handle handle, TenantId tenant, long revision) {
    var known = maps.get(tenant);
    if (known == null || known.revision() != revision) {
      known = new Known(revision, revision == 0 ? ZoneMap.NONE : read(handle, tenant));
      maps.put(tenant, known);
    }
    return known.map();
  }

  private Territories territories(TenantId tenant, @Nullable String json) {
    var text = json == null ? "" : json;
    var known = territories.get(tenant);
    if (known == null || !known.json().equals(text)) {
      known = new Excluded(text, ExcludedTerritories.read(json));
      territories.put(tenant, known);
    }
    return known.territories();
  }

  /** The tenant's map as it stands. */
  static ZoneMap read(Handle handle, TenantId tenant) {
    return handle
        .createQuery("SELECT entries FROM zone_map WHERE tenant_id = ?")
        .bind(0, tenant.value())
        .map((row, ctx) -> ZoneMap.of(entries(row.getString(1))))
        .findOne()
        .orElse(ZoneMap.NONE);
  }

  private static List<ZoneMap.Entry> entries(@Nullable String json) {
    try {
      return JSON.readValue(json, ENTRIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized ReferenceData data(Handle handle, DataId id) {
    if (!held.id().equals(id)) {
      held = new Held(id, id.equals(DataId.BUNDLED) ? ReferenceData.BUNDLED : load(handle, id));
    }
    return held.data();
  }

  private static ReferenceData load(Handle handle, DataId id) {
    return handle
        .createQuery("SELECT content FROM reference_data WHERE data_id = ?")
        .bind(0, id.value())
        .map(
            (row, ctx) -> {
              try (var file = new GZIPInputStream(row.getBinaryStream(1), 1 << 16)) {
                return DataSetReader.read(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .one();
  }
}
