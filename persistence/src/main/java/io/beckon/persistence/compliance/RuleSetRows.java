package io.beckon.persistence.compliance;

import io.beckon.persistence.reference.ExcludedTerritories;
import io.beckon.protocol.compliance.DefaultZones;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleSpec;
import io.beckon.protocol.compliance.Rules.Rule;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.registry.RegistriesInForce;
import io.beckon.protocol.registry.RegistriesInForce.Registry;
import io.beckon.protocol.registry.RegistriesInForce.Version;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryLookup;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and compiles everything a tenant has laid down, as of one version. */
final class RuleSetRows {
  private RuleSetRows() {}

  /**
   * @param known given back as it is when nothing has changed since
   */
  static RuleSet read(
      Handle handle, TenantId tenant, @Nullable RuleSet known, RegistryLookup lookup) {
    // One snapshot: the version must be that of the rows.
    handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    long version =
        handle
            .createQuery("SELECT version FROM rule_set WHERE tenant_id = :tenant")
            .bind("tenant", tenant.value())
            .mapTo(long.class)
            .findOne()
            .orElse(0L);
    if (known != null && known.version() == version) {
      return known;
    }
    return new RuleSet(
        tenant,
        version,
        zones(handle, tenant),
        rules(handle, tenant).stream().map(rule -> rule.spec().compile(rule.ref())).toList(),
        lists(handle, tenant),
        ErasedMarks.all(handle, tenant),
        new RegistriesInForce(registries(handle, tenant), lookup));
  }

  private static Map<RegistryId, Registry> registries(Handle handle, TenantId tenant) {
    Map<RegistryId, Registry> result = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT r.registry_id, r.name, r.max_age_days, v.version, v.data_date
            FROM registry r LEFT JOIN registry_version v
              ON v.registry_id = r.registry_id AND v.state = 'IN_FORCE'
            WHERE r.tenant_id = :tenant AND r.deleted_at IS NULL
            """)
        .bind("tenant", tenant.value())
        .map(
            (row, context) -> result.put(new RegistryId(row.getLong("registry_id")), registry(row)))
        .list();
    return result;
  }

  private static Registry registry(ResultSet row) throws SQLException {
    LocalDate date = row.getObject("data_date", LocalDate.class);
    return new Registry(
        row.getString("name"),
        date == null
            ? null
            : new Version(
                row.getInt("version"),
                date,
                RegistryVersion.usableTill(date, row.getInt("max_age_days"))));
  }

  private static List<Rule> rules(Handle handle, TenantId tenant) {
    return handle
        .createQuery(
            """
            SELECT * FROM compliance_rule WHERE tenant_id = :tenant AND deleted_at IS NULL
            ORDER BY rule_id
            """)
        .bind("tenant", tenant.value())
        .map((row, context) -> PostgresRules.rule(row))
        .list()
        .stream()
        .sorted(Comparator.comparing((Rule r) -> priority(r.spec())))
        .toList();
  }

  private static int priority(RuleSpec spec) {
    return spec.priority() == null ? 1 : spec.priority();
  }

  private static ZoneKey zones(Handle handle, TenantId tenant) {
    return handle
        .createQuery(
            """
            SELECT settings ->> 'timeZone', coalesce(settings ->> 'country', country),
              settings ->> 'excludedTerritories'
            FROM tenant WHERE tenant_id = :tenant
            """)
        .bind("tenant", tenant.value())
        .map(
            (row, context) ->
                DefaultZones.of(
                    row.getString(1), row.getString(2), ExcludedTerritories.read(row.getString(3))))
        .findOne()
        .orElse(new ZoneKey("UTC"));
  }

  private static List<SuppressionTerms> lists(Handle handle, TenantId tenant) {
    return handle
        .createQuery(
            """
            SELECT * FROM suppression_list WHERE tenant_id = :tenant AND deleted_at IS NULL
            ORDER BY list_id
            """)
        .bind("tenant", tenant.value())
        .map((row, context) -> terms(row))
        .list();
  }

  private static SuppressionTerms terms(ResultSet row) throws SQLException {
    OffsetDateTime expires = row.getObject("expires", OffsetDateTime.class);
    Set<Channel> channels =
        Stream.of((String[]) row.getArray("channels").getArray())
            .map(Channel::valueOf)
            .collect(Collectors.toSet());
    return new SuppressionTerms(
        new SuppressionListId(row.getLong("list_id")),
        row.getString("name"),
        SuppressionType.valueOf(row.getString("type")),
        channels,
        row.getBoolean("required"),
        expires == null ? null : expires.toInstant());
  }
}
