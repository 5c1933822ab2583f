package io.beckon.actors.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsAuthorised;
import io.beckon.protocol.dialing.DialSessionEvent.AttemptsEnded;
import io.beckon.protocol.dialing.DialSessionEvent.Authorised;
import io.beckon.protocol.dialing.DialSessionEvent.Ended;
import io.beckon.protocol.dialing.DialSessionEvent.SessionResumed;
import io.beckon.protocol.dialing.DialSessionEvent.WrittenBack;
import io.beckon.protocol.dialing.GatewayId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden files: what stands in journals must be readable for ever. Files are only ever added. */
class JournalFormatTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString(
              """
              akka.serialization.jackson {
                dial-session-event { type-in-manifest = off, deserialization-type = "io.beckon.protocol.dialing.DialSessionEvent" }
                dial-session-state { type-in-manifest = off, deserialization-type = "io.beckon.actors.dialing.DialSessionState" }
              }
              akka.actor {
                serializers.dial-session-event = "akka.serialization.jackson.JacksonJsonSerializer"
                serializers.dial-session-state = "akka.serialization.jackson.JacksonJsonSerializer"
                serialization-identifiers { dial-session-event = 9002, dial-session-state = 9012 }
                serialization-bindings {
                  "io.beckon.protocol.dialing.DialSessionEvent" = dial-session-event
                  "io.beckon.actors.dialing.DialSessionState" = dial-session-state
                }
              }
              """));

  private static final AttemptId ATTEMPT = AttemptId.parse("01930000-0000-7000-8000-000000000001");
  private static final GatewayId GATEWAY =
      new GatewayId("node-1", "akka://beckon@127.0.0.1:2551", 42);
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  record Golden(String file, DialSessionEvent event) {}

  static Stream<Golden> golden() {
    return Stream.of(
        new Golden("session-resumed-1", new SessionResumed(3)),
        new Golden(
            "authorised-1",
            new AttemptsAuthorised(
                GATEWAY, AT, List.of(new Authorised(ATTEMPT, new RecordId(77), 2, 1, 0)))),
        new Golden(
            "ended-1",
            new AttemptsEnded(
                List.of(
                    new Ended(ATTEMPT, CallResult.BUSY, null, AT, null, AT.plusSeconds(3), false),
                    new Ended(ATTEMPT, null, "LATE", null, null, AT, false)))),
        new Golden("written-back-1", new WrittenBack(List.of(ATTEMPT))));
  }

  @AfterAll
  static void down() {
    KIT.shutdownTestKit();
  }

  @Test
  void everyEventHasAGoldenFile() {
    assertThat(golden().map(g -> g.event().getClass()).collect(Collectors.toSet()))
        .isEqualTo(Set.of(DialSessionEvent.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readsAndWritesWhatStandsInJournals(Golden golden) throws IOException {
    var serialization = SerializationExtension.get(KIT.system());
    var serializer = serialization.serializerFor(golden.event().getClass());
    String manifest = Serializers.manifestFor(serializer, golden.event());
    assertThat(manifest).isEmpty();
    byte[] kept = read(golden.file());
    assertThat(serialization.deserialize(kept, serializer.identifier(), manifest).get())
        .isEqualTo(golden.event());
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(serializer.toBinary(golden.event()))).isEqualTo(json.readTree(kept));
  }

  @Test
  void keepsItsStateInSnapshots() throws IOException {
    DialSessionState state = DialSessionState.EMPTY;
    for (Golden golden : golden().limit(2).toList()) {
      state = state.apply(golden.event());
    }
    var serialization = SerializationExtension.get(KIT.system());
    var serializer = serialization.serializerFor(DialSessionState.class);
    byte[] bytes = serializer.toBinary(state);
    assertThat(serialization.deserialize(bytes, serializer.identifier(), "").get())
        .isEqualTo(state);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("io.beckon");
  }

  private static byte[] read(String name) throws IOException {
    String path = "/golden/dial-session/" + name + ".json";
    try (InputStream in = JournalFormatTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
