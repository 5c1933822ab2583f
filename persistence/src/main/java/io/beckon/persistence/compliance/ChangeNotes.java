package io.beckon.persistence.compliance;

import io.beckon.persistence.SuppressionCountWish;
import io.beckon.persistence.compliance.RedisMirror.Field;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What Redis has to learn of one transaction; kept in the outbox until it has. */
public final class ChangeNotes {
  private final Handle handle;
  private final List<Long> ids = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<RedisTrace> traces = new ArrayList<>();

  /**
   * @param handle in a transaction; what nobody tells when it is committed, the outbox does
   */
  public ChangeNotes(Handle handle) {
    this.handle = handle;
  }

  public Handle handle() {
    return handle;
  }

  boolean isEmpty() {
    return fields.isEmpty() && traces.isEmpty();
  }

  List<Long> ids() {
    return List.copyOf(ids);
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  List<RedisTrace> traces() {
    return List.copyOf(traces);
  }

  /**
   * The tenant's rules, or the terms of its lists, have changed: every check needs the new ones.
   */
  public void rules(TenantId tenant) {
    long version =
        handle
            .createQuery(
                """
                INSERT INTO rule_set (tenant_id, version) VALUES (:tenant, 1)
                ON CONFLICT (tenant_id) DO UPDATE SET version = rule_set.version + 1
                RETURNING version
                """)
            .bind("tenant", tenant.value())
            .mapTo(long.class)
            .one();
    keep(tenant, "RULES", version);
    fields.add(versionField(tenant.value(), version));
  }

  /** That list's terms must be known before its entries can count. */
  public void confirmRules(TenantId tenant) {
    handle
        .createQuery("SELECT version FROM rule_set WHERE tenant_id = :tenant")
        .bind("tenant", tenant.value())
        .mapTo(long.class)
        .findOne()
        .ifPresent(version -> fields.add(versionField(tenant.value(), version)));
  }

  /** Entries of one list that were set. */
  public void entries(TenantId tenant, SuppressionListId list, List<EntryRow> rows) {
    String[] values = rows.stream().map(EntryRow::value).toArray(String[]::new);
    Long[] revisions = rows.stream().map(EntryRow::revision).toArray(Long[]::new);
    ids.addAll(
        handle
            .createQuery(
                """
                INSERT INTO redis_outbox (tenant_id, kind, list_id, value, revision)
                SELECT :tenant, 'ENTRY', :list, v, r
                FROM unnest(:values::text[], :revisions::bigint[]) AS u(v, r)
                RETURNING outbox_id
                """)
            .bind("tenant", tenant.value())
            .bind("list", list.value())
            .bindArray("values", String.class, (Object[]) values)
            .bindArray("revisions", Long.class, (Object[]) revisions)
            .mapTo(Long.class)
            .list());
    SuppressionCountWish.sometime(handle, list.value());
    rows.forEach(row -> fields.add(field(tenant, list, row)));
  }

  /** An entry that was removed. */
  public void removed(TenantId tenant, SuppressionListId list, String value, long revision) {
    var row = new EntryRow(value, revision, null, null, false);
    entries(tenant, list, List.of(row));
  }

  /**
   * A device or Client ID of somebody who was erased. The note stays after it was told: an import
   * that runs, or an older note on its way, may bring it back, so it is told once more later.
   *
   * @param kind of {@link ForgetNotes}
   */
  void forgotten(TenantId tenant, String kind, String value, long revision) {
    ForgetNotes.keep(handle, tenant, kind, value, revision);
    traces.addAll(ForgetNotes.traces(handle, tenant, kind, value, revision));
  }

  /**
   * @param scope a tenant's id, or * for all
   */
  public void halt(String scope, boolean halted, long revision) {
    ids.add(
        handle
            .createQuery(
                """
                INSERT INTO redis_outbox (tenant_id, kind, revision)
                VALUES (:scope, 'HALT', :revision) RETURNING outbox_id
                """)
            .bind("scope", scope)
            .bind("revision", revision)
            .mapTo(Long.class)
            .one());
    fields.add(haltField(scope, halted, revision));
  }

  private void keep(TenantId tenant, String kind, long revision) {
    ids.add(
        handle
            .createQuery(
                """
                INSERT INTO redis_outbox (tenant_id, kind, revision)
                VALUES (:tenant, :kind, :revision) RETURNING outbox_id
                """)
            .bind("tenant", tenant.value())
            .bind("kind", kind)
            .bind("revision", revision)
            .mapTo(Long.class)
            .one());
  }

  /**
   * Notes that nobody has finished, oldest first, each taken by one node at a time. While an import
   * changes terms, entries are told with the old and the new ones, as it publishes them itself.
   */
  static ChangeNotes waiting(Handle handle, int limit) {
    var notes = new ChangeNotes(handle);
    handle
        .createQuery(
            """
            SELECT o.outbox_id, o.tenant_id, o.kind, o.list_id, o.value, o.revision,
              e.revision AS entry_revision,
              CASE WHEN c.value IS NULL THEN e.valid_from
                WHEN c.valid_from IS NOT NULL AND e.valid_from IS NOT NULL
                THEN least(c.valid_from, e.valid_from) END AS valid_from,
              CASE WHEN c.value IS NULL THEN e.valid_till
                WHEN c.valid_till IS NOT NULL AND e.valid_till IS NOT NULL
                THEN greatest(c.valid_till, e.valid_till) END AS valid_till,
              s.version, h.halted, h.revision AS halt_revision,
              e.revision IS NULL AND EXISTS (SELECT FROM redis_outbox f
                WHERE f.tenant_id = o.tenant_id AND f.value = o.value AND f.kind LIKE 'FORGET%'
                  AND f.revision > o.revision) AS forgotten
            FROM redis_outbox o
            LEFT JOIN suppression_entry e ON o.kind = 'ENTRY'
              AND e.list_id = o.list_id AND e.value = o.value
            LEFT JOIN LATERAL (SELECT d.value, d.valid_from, d.valid_till
                FROM import i JOIN suppression_change d ON d.import_id = i.import_id
                  AND d.value = e.value AND d.revision = e.revision
                WHERE i.changes_open AND i.state = 'RUNNING' AND i.loaded
                  AND i.list_id = e.list_id) c ON true
            LEFT JOIN rule_set s ON o.kind = 'RULES' AND s.tenant_id = o.tenant_id
            LEFT JOIN halt h ON o.kind = 'HALT' AND h.scope = o.tenant_id
            WHERE o.kind NOT LIKE 'FORGET%' OR NOT EXISTS (SELECT FROM import i
              WHERE i.tenant_id = o.tenant_id AND i.kind = 'SUPPRESSION' AND i.state = 'RUNNING')
            ORDER BY o.outbox_id LIMIT :limit FOR UPDATE OF o SKIP LOCKED
            """)
        .bind("limit", limit)
        .map(
            (row, context) -> {
              notes.ids.add(row.getLong("outbox_id"));
              return notes.add(row);
            })
        .list();
    return notes;
  }

  private boolean add(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    if (kind.equals("ENTRY") && row.getBoolean("forgotten")) {
      return true; // that it was removed would name it once more
    }
    return kind.startsWith("FORGET")
        ? traces.addAll(
            ForgetNotes.traces(
                handle,
                new TenantId(row.getString("tenant_id")),
                kind,
                row.getString("value"),
                row.getLong("revision")))
        : fields.add(waitingField(row));
  }

  private static Field waitingField(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant_id");
    return switch (row.getString("kind")) {
      case "RULES" -> versionField(tenant, row.getLong("version"));
      case "HALT" -> haltField(tenant, row.getBoolean("halted"), row.getLong("halt_revision"));
      default -> {
        long now = row.getLong("entry_revision");
        boolean present = !row.wasNull();
        var entry =
            new EntryRow(
                row.getString("value"),
                present ? now : row.getLong("revision"),
                instant(row, "valid_from"),
                instant(row, "valid_till"),
                present);
        yield field(new TenantId(tenant), new SuppressionListId(row.getLong("list_id")), entry);
      }
    };
  }

  private static Field versionField(String tenant, long version) {
    return new Field(RedisKeys.VERSIONS, tenant, Long.toString(version));
  }

  private static Field haltField(String scope, boolean halted, long revision) {
    return new Field(RedisKeys.HALTS, scope, revision + (halted ? ":1" : ":0"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** An entry as Redis has to know it; {@code present} false: it was removed. */
  public record EntryRow(
      String value,
      long revision,
      @Nullable Instant from,
      @Nullable Instant till,
      boolean present) {}

  public static Field field(TenantId tenant, SuppressionListId list, EntryRow row) {
    return new Field(
        RedisKeys.bucket(tenant, list, row.value()),
        row.value(),
        row.present()
            ? RedisKeys.entry(row.revision(), row.from(), row.till())
            : RedisKeys.removed(row.revision()));
  }
}
