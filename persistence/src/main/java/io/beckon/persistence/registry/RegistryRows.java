package io.beckon.persistence.registry;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import io.beckon.protocol.registry.RegistryVersion.Problem;
import io.beckon.protocol.registry.RegistryVersion.State;
import io.beckon.protocol.registry.RegistryView;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads registries and their versions. */
final class RegistryRows {
  private RegistryRows() {}

  /** A registry without what was loaded into it. */
  record Laid(RegistryId id, String name, String country, int ageDays, Instant createdAt) {}

  static List<Laid> after(Handle handle, TenantId tenant, long after, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM registry WHERE tenant_id = ? AND deleted_at IS NULL"
                + " AND registry_id > ? ORDER BY registry_id LIMIT ?")
        .bind(0, tenant.value())
        .bind(1, after)
        .bind(2, limit)
        .map((row, ctx) -> laid(row))
        .list();
  }

  static Optional<Laid> find(Handle handle, TenantId tenant, RegistryId id) {
    return handle
        .createQuery(
            "SELECT * FROM registry WHERE tenant_id = ? AND registry_id = ?"
                + " AND deleted_at IS NULL")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> laid(row))
        .findOne();
  }

  static RegistryView view(Handle handle, TenantId tenant, Laid laid, Instant now) {
    var inForce = one(handle, tenant, laid.id(), "state = 'IN_FORCE'");
    var till =
        inForce.map(v -> RegistryVersion.usableTill(v.dataDate(), laid.ageDays())).orElse(null);
    return new RegistryView(
        laid.id(),
        laid.name(),
        laid.country(),
        laid.ageDays(),
        inForce.orElse(null),
        one(handle, tenant, laid.id(), "true").orElse(null),
        till,
        till != null && now.isBefore(till),
        laid.createdAt());
  }

  static Optional<RegistryVersion> one(
      Handle handle, TenantId tenant, RegistryId id, String which) {
    return handle
        .createQuery(
            "SELECT * FROM registry_version WHERE tenant_id = ? AND registry_id = ? AND "
                + which
                + " ORDER BY version DESC LIMIT 1")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> version(row))
        .findOne();
  }

  static List<RegistryVersion> before(
      Handle handle, TenantId tenant, RegistryId id, long before, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM registry_version WHERE tenant_id = ? AND registry_id = ?"
                + " AND version < ? ORDER BY version DESC LIMIT ?")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .bind(2, before)
        .bind(3, limit)
        .map((row, ctx) -> version(row))
        .list();
  }

  private static Laid laid(ResultSet row) throws SQLException {
    return new Laid(
        new RegistryId(row.getLong("registry_id")),
        row.getString("name"),
        row.getString("country"),
        row.getInt("max_age_days"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static RegistryVersion version(ResultSet row) throws SQLException {
    String error = row.getString("error");
    return new RegistryVersion(
        row.getInt("version"),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getObject("data_date", LocalDate.class),
        row.getString("file_name"),
        row.getString("actor"),
        row.getLong("lines"),
        row.getLong("unreadable"),
        row.getLong("numbers"),
        error == null ? null : JsonColumn.read(error, Problem.class),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("in_force_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
