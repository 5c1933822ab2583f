package io.beckon.persistence.suppression;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListView;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads suppression lists with their sizes. */
final class ListRows {
  /** Entries of list {@code l}: whether each holds at {@code :now}, and came singly. */
  static final String ENTRIES =
      """
      SELECT e.valid_from, e.valid_till, e.import_id IS NULL AND e.revision >= l.floor AS single,
        e.revision >= l.floor AND (e.valid_from IS NULL OR e.valid_from <= :now)
          AND (e.valid_till IS NULL OR e.valid_till > :now)
          AND (e.import_id IS NULL OR e.widened OR EXISTS (SELECT FROM import i
            WHERE i.import_id = e.import_id AND i.state = 'COMPLETED')) AS holds
      FROM suppression_entry e WHERE e.list_id = l.list_id
      """;

  /** Lists up to so many entries are counted while somebody waits. */
  private static final int SMALL = 1_000;

  private static final String SELECT =
      """
      SELECT l.*, coalesce(l.expires <= :now, false) AS over,
        c.rows AS seen, c.holding, c.single,
        (SELECT coalesce(sum(i.rows_read), 0) FROM import i WHERE i.tenant_id = l.tenant_id
          AND i.kind = 'SUPPRESSION' AND i.list_id = l.list_id AND i.state = 'COMPLETED'
          AND i.import_id >= l.replaced_by) AS lines,
        EXISTS (SELECT FROM import i WHERE i.tenant_id = l.tenant_id
          AND i.kind = 'SUPPRESSION' AND i.list_id = l.list_id AND i.state = 'COMPLETED'
          AND i.import_id >= l.replaced_by AND i.origin ->> 'wrapper' = 'PGP') AS secured
      FROM suppression_list l, LATERAL (
        SELECT count(*) AS rows, count(*) FILTER (WHERE x.holds) AS holding,
          count(*) FILTER (WHERE x.single) AS single
        FROM (
      """
          + ENTRIES
          + " LIMIT "
          + (SMALL + 1)
          + """
                ) x) c
            WHERE l.tenant_id = :tenant AND l.deleted_at IS NULL
            """;

  private ListRows() {}

  static Optional<SuppressionListView> find(
      Handle handle, TenantId tenant, SuppressionListId id, Instant now) {
    return handle
        .createQuery(SELECT + " AND l.list_id = :id")
        .bind("tenant", tenant.value())
        .bind("now", PostgresSuppressionLists.utc(now))
        .bind("id", id.value())
        .map((row, context) -> view(row, now))
        .findOne();
  }

  /** One more than the page holds, when there is one. */
  static List<SuppressionListView> page(
      Handle handle, TenantId tenant, @Nullable String name, PageRequest page, Instant now) {
    return handle
        .createQuery(
            SELECT
                + """
                   AND l.list_id > :after AND (:name::text IS NULL OR l.name = :name)
                  ORDER BY l.list_id LIMIT :limit
                  """)
        .bind("tenant", tenant.value())
        .bind("now", PostgresSuppressionLists.utc(now))
        .bind("after", page.afterNumber(0))
        .bind("name", name)
        .bind("limit", page.limit() + 1)
        .map((row, context) -> view(row, now))
        .list();
  }

  private static SuppressionListView view(ResultSet row, Instant now) throws SQLException {
    boolean small = row.getLong("seen") <= SMALL;
    Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
    Instant counted = instant(row, "counted_at");
    long holding = row.getLong(small ? "holding" : "live");
    return new SuppressionListView(
        new SuppressionListId(row.getLong("list_id")),
        row.getString("name"),
        SuppressionType.valueOf(row.getString("type")),
        channels(row),
        row.getBoolean("required"),
        new Retention(row.getString("retention")),
        instant(row, "expires"),
        row.getString("country"),
        row.getLong("lines") + row.getLong(small ? "single" : "singles"),
        row.getBoolean("over") ? 0 : holding,
        small || row.getBoolean("over") ? now : counted == null ? created : counted,
        row.getBoolean("secured"),
        created,
        row.getLong("revision"));
  }

  static Set<Channel> channels(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("channels").getArray())
        .map(Channel::valueOf)
        .collect(Collectors.toSet());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
