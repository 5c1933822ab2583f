package io.beckon.actors.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.SerializationExtension;
import com.typesafe.config.ConfigFactory;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsAuthorised;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.SessionResumed;
import io.beckon.protocol.dialing.GatewayId;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A session's state comes back from a snapshot as it went in. */
class SessionSnapshotTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString(
              """
              akka.serialization.jackson {
                dial-session-state { type-in-manifest = off, deserialization-type = "io.beckon.actors.dialing.DialSessionState" }
              }
              akka.actor {
                serializers.dial-session-state = "akka.serialization.jackson.JacksonJsonSerializer"
                serialization-identifiers { dial-session-state = 9012 }
                serialization-bindings { "io.beckon.actors.dialing.DialSessionState" = dial-session-state }
              }
              """));

  private static final AttemptId ATTEMPT = AttemptId.parse("01930000-0000-7000-8000-000000000001");
  private static final GatewayId GATEWAY =
      new GatewayId("node-1", "akka://beckon@127.0.0.1:2551", 42);
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  @AfterAll
  static void down() {
    KIT.shutdownTestKit();
  }

  @Test
  void keepsItsStateInSnapshots() throws NotSerializableException {
    var authorised = new Authorised(ATTEMPT, new RecordId(77), 2, 1, 0);
    DialSessionState state =
        DialSessionState.EMPTY
            .apply(new SessionResumed(3))
            .apply(new AttemptsAuthorised(GATEWAY, AT, List.of(authorised)));
    var serialization = SerializationExtension.get(KIT.system());
    var serializer = serialization.serializerFor(DialSessionState.class);
    byte[] bytes = serializer.toBinary(state);
    assertThat(serialization.deserialize(bytes, serializer.identifier(), "").get())
        .isEqualTo(state);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("io.beckon");
  }
}
