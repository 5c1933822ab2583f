package io.beckon.persistence.campaign;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries.RecordRow;
import io.beckon.protocol.campaign.GroupQueries.RecordState;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code dial_record} for people. */
final class RecordRows {
  static final RowMapper<RecordRow> MAPPER = (rs, context) -> row(rs);

  private RecordRows() {}

  /** The partition's name comes from the id alone, so the tenant is looked at first. */
  static void mustBeThere(Handle h, TenantId tenant, GroupId group) {
    boolean there =
        h.createQuery(
                "SELECT 1 FROM campaign_group WHERE tenant_id = :tenant AND group_id = :group")
            .bind("tenant", tenant.value())
            .bind("group", group.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!there) {
      throw new RefusedException(Refusal.notFound("campaign group", group));
    }
  }

  private static RecordRow row(ResultSet rs) throws SQLException {
    RecordState state = RecordState.valueOf(rs.getString("waits"));
    boolean over = state == RecordState.FINAL || state == RecordState.SUPPRESSED;
    Timestamp ready = rs.getTimestamp("ready_at");
    int code = rs.getInt("call_result");
    @Nullable CallResult result = rs.wasNull() ? null : CallResult.ofCode(code).orElse(null);
    return new RecordRow(
        new RecordId(rs.getLong("record_id")),
        new ContactListId(rs.getLong("list_id")),
        new ContactId(rs.getLong("contact_id")),
        rs.getInt("chain_n"),
        rs.getString("device"),
        rs.getString("client_id"),
        new ZoneKey(rs.getString("zone_key")),
        state,
        over ? null : ready.toInstant(),
        rs.getInt("attempts"),
        result,
        new RunId(rs.getLong("run_id")));
  }
}
