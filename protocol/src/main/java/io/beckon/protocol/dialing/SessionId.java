package io.beckon.protocol.dialing;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.tenant.TenantId;

/** One slice of one run: {@code tenant|group|run|slice}, the sharding entity id. */
public record SessionId(TenantId tenant, GroupId group, RunId run, int slice) {
  public static SessionId parse(String entityId) {
    String[] parts = entityId.split("\\|", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a session id: " + entityId);
    }
    return new SessionId(
        new TenantId(parts[0]),
        GroupId.parse(parts[1]),
        RunId.parse(parts[2]),
        Integer.parseInt(parts[3]));
  }

  public String entityId() {
    return tenant + "|" + group + "|" + run + "|" + slice;
  }
}
