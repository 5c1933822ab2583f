package io.beckon.persistence.compliance;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything in PostgreSQL that checks need in Redis. */
final class RefillRows {
  private static final int FETCH = 5000;

  private final RedisPipeline redis;

  private RefillRows(RedisPipeline redis) {
    this.redis = redis;
  }

  /** One transaction, streamed. */
  static void copy(Handle handle, RedisPipeline redis) {
    var rows = new RefillRows(redis);
    rows.each(
        handle, "SELECT tenant_id, version FROM rule_set", Duration.ZERO, RefillRows::version);
    rows.each(handle, "SELECT scope, halted, revision FROM halt", Duration.ZERO, RefillRows::halt);
    rows.each(
        handle,
        """
SELECT e.tenant_id, e.list_id, e.value,
  CASE WHEN c.value IS NULL THEN e.valid_from
    WHEN c.valid_from IS NOT NULL AND e.valid_from IS NOT NULL
    THEN least(c.valid_from, e.valid_from) END,
  CASE WHEN c.value IS NULL THEN e.valid_till
    WHEN c.valid_till IS NOT NULL AND e.valid_till IS NOT NULL
    THEN greatest(c.valid_till, e.valid_till) END, e.revision
FROM suppression_entry e JOIN suppression_list l USING (list_id)
LEFT JOIN (SELECT i.list_id, d.value, d.valid_from, d.valid_till, d.revision
    FROM suppression_change d JOIN import i USING (import_id)
    WHERE i.state = 'RUNNING' AND i.loaded AND i.changes_open) c
  ON c.list_id = e.list_id AND c.value = e.value AND c.revision = e.revision
WHERE l.deleted_at IS NULL AND e.revision >= l.floor AND (e.import_id IS NULL OR e.widened OR e.import_id IN
  (SELECT import_id FROM import WHERE kind = 'SUPPRESSION' AND (state = 'COMPLETED' OR loaded)))
""",
        Duration.ZERO,
        RefillRows::entry);
    rows.each(
        handle,
        """
        SELECT tenant_id, attempt_id, channel, group_id, device, client_id, authorised_at,
          call_result, live, place
        FROM attempt WHERE NOT not_placed AND authorised_at > now() - :within::interval
        """,
        AttemptRule.LONGEST,
        (r, rs) -> r.attempt(rs, false));
    rows.each(
        handle,
        """
        SELECT tenant_id, attempt_id, channel, NULL::bigint, device, client_id, reserved_at,
          NULL::smallint, false, NULL
        FROM ocs_reservation WHERE reserved_at > now() - :within::interval
        """,
        ReservationStore.UNCONFIRMED,
        (r, rs) -> r.attempt(rs, true));
  }

  private interface RowCopier {
    void copy(RefillRows rows, ResultSet row) throws SQLException;
  }

  private void each(Handle handle, String sql, Duration within, RowCopier copier) {
    var query = handle.createQuery(sql).setFetchSize(FETCH);
    if (!within.isZero()) {
      query.bind("within", within.toString());
    }
    query.<Void>scanResultSet(
        (rows, ctx) -> {
          ResultSet row = rows.get();
          while (row.next()) {
            copier.copy(this, row);
          }
          return null;
        });
  }

  private void version(ResultSet row) throws SQLException {
    String tenant = row.getString(1);
    String version = Long.toString(row.getLong(2));
    redis.send(r -> r.hset(RedisKeys.VERSIONS, tenant, version));
  }

  private void halt(ResultSet row) throws SQLException {
    String scope = row.getString(1);
    String value = row.getLong(3) + (row.getBoolean(2) ? ":1" : ":0");
    redis.send(r -> r.hset(RedisKeys.HALTS, scope, value));
  }

  private void entry(ResultSet row) throws SQLException {
    String value = row.getString(3);
    String bucket =
        RedisKeys.bucket(
            new TenantId(row.getString(1)), new SuppressionListId(row.getLong(2)), value);
    String entry = RedisKeys.entry(row.getLong(6), instant(row, 4), instant(row, 5));
    redis.send(r -> r.hset(bucket, value, entry));
  }

  private void attempt(ResultSet row, boolean external) throws SQLException {
    long group = row.getLong(4);
    var booking =
        new Booking(
            new TenantId(row.getString(1)),
            new AttemptId(row.getObject(2, UUID.class)),
            Channel.valueOf(row.getString(3)),
            group == 0 ? null : new GroupId(group),
            new Device(row.getString(5)),
            row.getString(6),
            external);
    Instant at = row.getObject(7, OffsetDateTime.class).toInstant();
    String member = RedisKeys.member(booking);
    String outcome = outcome(row);
    String id = booking.attempt().toString();
    count(RedisKeys.byDevice(booking.tenant(), booking.device()), at, member);
    note(RedisKeys.outcomesByDevice(booking.tenant(), booking.device()), id, outcome);
    if (booking.clientId() != null) {
      count(RedisKeys.byClient(booking.tenant(), booking.clientId()), at, member);
      note(RedisKeys.outcomesByClient(booking.tenant(), booking.clientId()), id, outcome);
    }
  }

  /** Empty while it is not known. */
  private static String outcome(ResultSet row) throws SQLException {
    int result = row.getInt(8);
    if (row.wasNull() || CallResult.ofCode(result).filter(CallResult::isKnown).isEmpty()) {
      return "";
    }
    String place = row.getString(10);
    return result + (row.getBoolean(9) ? "c" : "") + "|" + (place == null ? "" : place);
  }

  private void note(String key, String attempt, String outcome) {
    if (!outcome.isEmpty()) {
      redis.send(r -> r.hset(key, attempt, outcome));
      redis.send(r -> r.pexpire(key, AttemptRule.LONGEST.toMillis())); // rows come in no order
    }
  }

  private void count(String key, Instant at, String member) {
    redis.send(r -> r.zadd(key, at.toEpochMilli(), member));
    redis.send(r -> r.pexpire(key, AttemptRule.LONGEST.toMillis())); // rows come in no order
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
