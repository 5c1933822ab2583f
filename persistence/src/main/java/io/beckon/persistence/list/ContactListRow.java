package io.beckon.persistence.list;

import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a contact list as the API shows it. */
record ContactListRow(Map<String, Long> zones) implements RowMapper<ContactListView> {
  /** Shares of the commonest zone keys times the number of rows, both from the last ANALYZE. */
  static final String ZONES =
      """
      SELECT z.zone, round(z.share * greatest(c.reltuples, 0))::bigint
      FROM pg_stats s JOIN pg_class c ON c.relname = s.tablename
      CROSS JOIN LATERAL unnest(s.most_common_vals::text::text[], s.most_common_freqs)
        AS z (zone, share)
      WHERE s.schemaname = current_schema() AND s.tablename = :table AND s.attname = 'zone_key'
        AND c.relnamespace = current_schema()::regnamespace
      ORDER BY 2 DESC
      """;

  @Override
  public ContactListView map(ResultSet row, StatementContext ctx) throws SQLException {
    return new ContactListView(
        new ContactListId(row.getLong("list_id")),
        row.getString("name"),
        row.getString("country"),
        row.getString("time_zone"),
        row.getString("label_schema_id"),
        row.getString("caller_id"),
        row.getLong("contacts"),
        zones,
        row.getInt("open_imports"),
        row.getBoolean("secured"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }
}
