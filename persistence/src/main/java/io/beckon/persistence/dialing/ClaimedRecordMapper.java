package io.beckon.persistence.dialing;

import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.States;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what {@link DialSql#CLAIM} returns. */
enum ClaimedRecordMapper implements RowMapper<ClaimedRecord> {
  INSTANCE;

  @Override
  public ClaimedRecord map(ResultSet rs, StatementContext context) throws SQLException {
    return new ClaimedRecord(
        new RecordId(rs.getLong("record_id")),
        new ContactListId(rs.getLong("list_id")),
        new ContactId(rs.getLong("contact_id")),
        new Device(rs.getString("device")),
        rs.getString("client_id"),
        rs.getString("country"),
        states(rs),
        new ZoneKey(rs.getString("zone_key")),
        new ZoneKey(rs.getString("contact_zone")),
        rs.getString("caller_id"),
        rs.getInt("attempts"),
        rs.getInt("retries"),
        rs.getInt("treatment"));
  }

  /** Where the number tells no state, the person's would leave out those it may be in as well. */
  private static Set<String> states(ResultSet rs) throws SQLException {
    String ofNumber = rs.getString("region");
    if (ofNumber == null) {
      return Set.of();
    }
    var states = new HashSet<>(Set.of(ofNumber));
    States.code(rs.getString("country"), rs.getString("contact_state")).ifPresent(states::add);
    return states;
  }
}
