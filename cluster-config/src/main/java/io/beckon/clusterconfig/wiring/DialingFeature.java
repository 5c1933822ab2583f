package io.beckon.clusterconfig.wiring;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.Entity;
import io.beckon.actors.dialing.DialSession;
import io.beckon.actors.dialing.GatewayDirectory;
import io.beckon.actors.dialing.SessionParts;
import io.beckon.actors.voice.SimulatedGateway;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.dialing.AttemptRoutes;
import io.beckon.persistence.dialing.PostgresAttemptQueries;
import io.beckon.persistence.dialing.PostgresDialStore;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.GroupStore.GroupKey;
import io.beckon.protocol.dialing.AgentPost;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.dialing.SliceStatus;
import java.util.Optional;

/** Puts together dial sessions and the gateways they place with, on dial nodes. */
final class DialingFeature {
  private DialingFeature() {}

  static void start(Node node, CompliancePorts compliance, Rest rest) {
    Reach reach = new Reach(node);
    var ports =
        new SimulatedGateway.Ports(
            compliance.guard(),
            (session, report, from) ->
                reach.session(session, new DialSessionCommand.Report(report, from)),
            agents(reach),
            compliance.suppressor(),
            node.clock());
    Optional<VoiceFeature.Gateway> gateway = VoiceFeature.start(node, ports);
    var directory = new GatewayDirectory(node.context().getSystem());
    node.context().spawn(directory.follow(), "gateway-directory");
    node.sharding()
        .init(
            Entity.of(
                    DialSessionCommand.TYPE,
                    e ->
                        DialSession.create(
                            SessionId.parse(e.getEntityId()),
                            parts(node, compliance, gateway.orElseThrow(), directory)))
                .withRole(NodeRole.DIAL.id()));
    rest.add(
        new AttemptRoutes(
            new PostgresAttemptQueries(node.stores().database()), compliance.erasures()));
  }

  private static SessionParts parts(
      Node node,
      CompliancePorts compliance,
      VoiceFeature.Gateway gateway,
      GatewayDirectory directory) {
    Reach reach = new Reach(node);
    return new SessionParts(
        new PostgresDialStore(node.stores().database()),
        compliance.reservations(),
        compliance.rules(),
        compliance.pool(),
        gateway.ref(),
        gateway.id(),
        directory,
        (session, status) -> reach.group(key(session), slice(status)),
        node.clock());
  }

  private static CampaignGroupCommand slice(SliceStatus status) {
    return new CampaignGroupCommand.Slice(status);
  }

  private static AgentPost agents(Reach reach) {
    return new AgentPost() {
      @Override
      public void want(SessionId session, AttemptId attempt, ActorRef<GatewayCommand> replyTo) {
        reach.group(key(session), new CampaignGroupCommand.WantAgent(attempt, replyTo));
      }

      @Override
      public void done(SessionId session, AttemptId attempt) {
        reach.group(key(session), new CampaignGroupCommand.AgentDone(attempt));
      }
    };
  }

  private static GroupKey key(SessionId session) {
    return new GroupKey(session.tenant(), session.group());
  }
}
