package io.beckon.actors.voice;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import com.typesafe.config.ConfigFactory;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayId;
import io.beckon.protocol.dialing.GatewayReport;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A session speaks to a gateway on another node only after a fault: too late to find out there. */
class GatewayWireTest {
  static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString(
                  """
                  akka.actor.serialization-bindings { "io.beckon.protocol.Wire" = jackson-cbor }
                  akka.actor.allow-java-serialization = off
                  """)
              .withFallback(ConfigFactory.load()));
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  static final SessionId SESSION = new SessionId(TenantId.DEFAULT, new GroupId(7), new RunId(1), 3);
  static final AttemptId ATTEMPT = AttemptId.create();

  @AfterAll
  static void down() {
    KIT.shutdownTestKit();
  }

  @Test
  void everyCommandCrosses() {
    TestProbe<GatewayId> asker = KIT.createTestProbe();
    List<SuppressionListId> lists = List.of(new SuppressionListId(4));
    var placement =
        new Placement(
            TenantId.DEFAULT,
            SESSION.group(),
            new Device("+12125550100"),
            "c-1",
            Channel.SMS,
            lists);
    crosses(new GatewayCommand.Identify(asker.getRef()));
    crosses(
        new GatewayCommand.Place(
            ATTEMPT, SESSION, placement, NOW, CarrierSettings.DEFAULT, "+12125550199"));
    crosses(new GatewayCommand.Stored(List.of(ATTEMPT, AttemptId.create())));
    crosses(new GatewayCommand.Adopt(SESSION, List.of(ATTEMPT)));
    crosses(new GatewayCommand.AgentAssigned(ATTEMPT, "agent-1"));
    crosses(new GatewayId("node-1", "akka://beckon@127.0.0.1:2551", -7L));
  }

  @Test
  void everyReportCrosses() {
    TestProbe<GatewayCommand> gateway = KIT.createTestProbe();
    for (GatewayReport report :
        List.of(
            new GatewayReport.Progress(ATTEMPT, NOW, null, false),
            new GatewayReport.Progress(ATTEMPT, NOW, NOW, true),
            new GatewayReport.NotPlaced(ATTEMPT, NOW, "LATE"),
            new GatewayReport.Ended(ATTEMPT, CallResult.UNKNOWN, null, null, NOW, false),
            new GatewayReport.Ended(ATTEMPT, CallResult.ANSWER, NOW, NOW, NOW, true),
            new GatewayReport.NotKnown(ATTEMPT))) {
      crosses(report);
      crosses(new DialSessionCommand.Report(report, gateway.getRef()));
    }
  }

  private static void crosses(Object message) {
    KIT.serializationTestKit().verifySerialization(message, true);
  }
}
