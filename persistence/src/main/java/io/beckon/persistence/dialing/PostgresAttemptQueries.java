package io.beckon.persistence.dialing;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.AttemptQueries;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link AttemptQueries} on PostgreSQL. */
public final class PostgresAttemptQueries implements AttemptQueries {
  private static final String ATTEMPTS =
      """
      SELECT * FROM attempt WHERE tenant_id = :tenant AND NOT not_placed <where>
      ORDER BY attempt_id DESC LIMIT :limit
      """;

  private static final String CONTACTS =
      """
      SELECT c.contact_id, c.list_id, l.name AS list_name, c.client_id, c.first_name, c.last_name,
        c.company, (SELECT array_agg(d.value ORDER BY d.chain_n) FROM device d
          WHERE d.list_id = c.list_id AND d.contact_id = c.contact_id) AS devices
      FROM contact c
      JOIN contact_list l ON l.list_id = c.list_id AND l.deleted_at IS NULL
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.tenant_id = :tenant AND l.tenant_id = :tenant AND c.contact_id > :after <where>
      ORDER BY c.contact_id LIMIT :limit
      """;

  private final Database database;

  public PostgresAttemptQueries(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Page<AttemptRow>> attempts(
      TenantId tenant, Filter filter, PageRequest page) {
    return database.withHandle(
        h -> {
          Conditions where = new Conditions();
          where.add("client_id = :client", "client", filter.clientId());
          where.add("device = :device", "device", filter.device());
          where.add("group_id = :group", "group", value(filter.group()));
          where.add("contact_id = :contact", "contact", value(filter.contact()));
          where.add("authorised_at >= :from", "from", filter.from());
          where.add("authorised_at < :till", "till", filter.till());
          where.add("attempt_id < :before", "before", uuid(page.after()));
          Query query =
              where
                  .bind(h.createQuery(ATTEMPTS))
                  .bind("tenant", tenant.value())
                  .bind("limit", page.limit() + 1);
          List<AttemptRow> rows = query.map((rs, c) -> attempt(rs)).list();
          return Pages.of(rows, page, a -> a.id().toString());
        });
  }

  @Override
  public CompletionStage<Page<ContactRow>> contacts(
      TenantId tenant, Filter filter, PageRequest page) {
    return database.withHandle(
        h -> {
          Conditions where = new Conditions();
          where.add("c.client_id = :client", "client", filter.clientId());
          where.add("c.contact_id = :contact", "contact", value(filter.contact()));
          where.add(
              """
              EXISTS (SELECT 1 FROM device d WHERE d.value = :device
                AND d.list_id = c.list_id AND d.contact_id = c.contact_id)
              """,
              "device",
              filter.device());
          Query query =
              where
                  .bind(h.createQuery(CONTACTS))
                  .bind("tenant", tenant.value())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1);
          List<ContactRow> rows = query.map((rs, c) -> contact(rs)).list();
          return Pages.of(rows, page, r -> r.id().toString());
        });
  }

  private static @Nullable UUID uuid(@Nullable String after) {
    return after == null ? null : UUID.fromString(after);
  }

  private static @Nullable Long value(@Nullable GroupId group) {
    return group == null ? null : group.value();
  }

  private static @Nullable Long value(@Nullable ContactId contact) {
    return contact == null ? null : contact.value();
  }

  private static AttemptRow attempt(ResultSet rs) throws SQLException {
    int code = rs.getInt("call_result");
    @Nullable CallResult result = rs.wasNull() ? null : CallResult.ofCode(code).orElse(null);
    return new AttemptRow(
        new AttemptId(rs.getObject("attempt_id", UUID.class)),
        rs.getString("device"),
        new ContactId(rs.getLong("contact_id")),
        rs.getString("client_id"),
        new ContactListId(rs.getLong("list_id")),
        new RecordId(rs.getLong("record_id")),
        new GroupId(rs.getLong("group_id")),
        new RunId(rs.getLong("run_id")),
        Channel.valueOf(rs.getString("channel")),
        rs.getTimestamp("authorised_at").toInstant(),
        instant(rs.getTimestamp("placed_at")),
        instant(rs.getTimestamp("answered_at")),
        instant(rs.getTimestamp("ended_at")),
        result,
        rs.getBoolean("live"),
        rs.getString("node"),
        new DecisionId(rs.getObject("decision_id", UUID.class)));
  }

  private static ContactRow contact(ResultSet rs) throws SQLException {
    var devices = rs.getArray("devices");
    return new ContactRow(
        new ContactId(rs.getLong("contact_id")),
        new ContactListId(rs.getLong("list_id")),
        rs.getString("list_name"),
        rs.getString("client_id"),
        rs.getString("first_name"),
        rs.getString("last_name"),
        rs.getString("company"),
        devices == null ? List.of() : Arrays.asList((String[]) devices.getArray()));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
