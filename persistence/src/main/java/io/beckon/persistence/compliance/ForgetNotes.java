package io.beckon.persistence.compliance;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Where in Redis a device or Client ID may stand that was erased: its counter, fields of
 * suppression lists (also of entries that went before), and, of a Client ID, the attempts that
 * count for other devices. Read after PostgreSQL has the marks.
 */
final class ForgetNotes {
  static final String DEVICE = "FORGET_DEVICE";
  static final String CLIENT = "FORGET_CLIENT";

  private ForgetNotes() {}

  static void keep(Handle handle, TenantId tenant, String kind, String value, long revision) {
    handle
        .createUpdate(
            "INSERT INTO redis_outbox (tenant_id, kind, value, revision) VALUES (?, ?, ?, ?)")
        .bind(0, tenant.value())
        .bind(1, kind)
        .bind(2, value)
        .bind(3, revision)
        .execute();
  }

  static List<RedisTrace> traces(
      Handle handle, TenantId tenant, String kind, String value, long revision) {
    List<RedisTrace> traces = new ArrayList<>();
    boolean device = kind.equals(DEVICE);
    traces.add(
        RedisTrace.counter(
            device
                ? RedisKeys.byDevice(tenant, new Device(value))
                : RedisKeys.byClient(tenant, value)));
    traces.add(
        RedisTrace.counter(
            device
                ? RedisKeys.outcomesByDevice(tenant, new Device(value))
                : RedisKeys.outcomesByClient(tenant, value)));
    handle
        .createQuery("SELECT list_id FROM suppression_list WHERE tenant_id = ?")
        .bind(0, tenant.value())
        .mapTo(Long.class)
        .map(SuppressionListId::new)
        .forEach(
            list ->
                traces.add(
                    RedisTrace.entry(RedisKeys.bucket(tenant, list, value), value, revision)));
    if (!device) {
      traces.addAll(members(handle, tenant, value));
    }
    return traces;
  }

  private static List<RedisTrace> members(Handle handle, TenantId tenant, String client) {
    var mark = ErasedPeople.PREFIX + ErasedMarks.people(handle, tenant, Set.of()).ofClient(client);
    return handle
        .createQuery(
            """
            SELECT attempt_id, channel, group_id, device FROM attempt
            WHERE tenant_id = :tenant AND client_id = :mark
              AND authorised_at > now() - :within::interval
            UNION ALL
            SELECT attempt_id, channel, NULL::bigint, device FROM ocs_reservation
            WHERE tenant_id = :tenant AND client_id = :mark
            """)
        .bind("tenant", tenant.value())
        .bind("mark", mark)
        .bind("within", AttemptRule.LONGEST.toString())
        .map((row, ctx) -> members(tenant, row, client, mark))
        .stream()
        .flatMap(found -> found)
        .toList();
  }

  /** By whomever it was booked. */
  private static Stream<RedisTrace> members(
      TenantId tenant, ResultSet row, String client, String mark) throws SQLException {
    long group = row.getLong("group_id");
    var attempt = new AttemptId(row.getObject("attempt_id", UUID.class));
    var channel = Channel.valueOf(row.getString("channel"));
    var device = new Device(row.getString("device"));
    var of = group == 0 ? null : new GroupId(group);
    return Stream.of(true, false)
        .map(
            external ->
                RedisTrace.member(
                    RedisKeys.byDevice(tenant, device),
                    new Booking(tenant, attempt, channel, of, device, client, external),
                    new Booking(tenant, attempt, channel, of, device, mark, external)));
  }
}
