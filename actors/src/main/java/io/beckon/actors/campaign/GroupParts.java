package io.beckon.actors.campaign;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupStore;
import io.beckon.protocol.campaign.RunStore;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.function.BiConsumer;

/**
 * What a campaign group works with on its node.
 *
 * @param sessions takes a message to a dial session, wherever it lives
 */
public record GroupParts(
    GroupStore groups,
    RunStore runs,
    BiConsumer<SessionId, DialSessionCommand> sessions,
    ChangeFeed changes,
    Clock clock) {

  /** Which group. */
  public record Key(TenantId tenant, GroupId group) {
    public static Key parse(String entityId) {
      int bar = entityId.indexOf('|');
      return new Key(
          new TenantId(entityId.substring(0, bar)), GroupId.parse(entityId.substring(bar + 1)));
    }
  }
}
