package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.GroupStore.GroupKey;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.SessionId;

/** Sends messages to sharded entities, wherever they live; looks the region up at each send. */
final class Reach {
  private final Node node;

  Reach(Node node) {
    this.node = node;
  }

  void session(SessionId session, DialSessionCommand command) {
    node.sharding().entityRefFor(DialSessionCommand.TYPE, session.entityId()).tell(command);
  }

  void group(GroupKey group, CampaignGroupCommand command) {
    node.sharding()
        .entityRefFor(
            CampaignGroupCommand.TYPE, CampaignGroupCommand.entityId(group.tenant(), group.group()))
        .tell(command);
  }
}
