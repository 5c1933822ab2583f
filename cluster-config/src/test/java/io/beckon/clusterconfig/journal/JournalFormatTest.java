package io.beckon.clusterconfig.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.journal.Aggregate.Golden;
import io.beckon.protocol.JournalEvent;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.list.ContactListEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden files, read with the node's own serialization.conf: what stands in journals must be
 * readable for ever. Files are only ever added.
 */
class JournalFormatTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(ConfigFactory.load(ConfigFactory.parseResources("serialization.conf")));
  private static final Serialization SERIALIZATION = SerializationExtension.get(KIT.system());

  static Stream<Golden> golden() {
    return Arrays.stream(Aggregate.values()).flatMap(Aggregate::golden);
  }

  @AfterAll
  static void down() {
    KIT.shutdownTestKit();
  }

  @ParameterizedTest
  @EnumSource
  void everyEventHasAGoldenFile(Aggregate aggregate) {
    assertThat(aggregate.golden().map(g -> g.event().getClass()).collect(Collectors.toSet()))
        .isEqualTo(Set.of(aggregate.type().getPermittedSubclasses()));
  }

  @ParameterizedTest
  @EnumSource
  void everyGoldenFileIsRead(Aggregate aggregate) throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(JournalFormatTest.class.getResource(aggregate.resource()));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              aggregate.golden().map(g -> g.name() + ".json").toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void readsWhatStandsInJournals(Golden golden) throws IOException {
    assertThat(read(golden, "#" + golden.version())).isEqualTo(golden.event());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void readsWhatWasWrittenBeforeThereWereMigrations(Golden golden) throws IOException {
    if (golden.version() == 1) {
      assertThat(read(golden, "")).isEqualTo(golden.event());
    }
  }

  /** The last file of an event is its present format. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesTheLatestGoldenFiles(Aggregate aggregate) throws IOException {
    var json = new ObjectMapper();
    var latest =
        aggregate
            .golden()
            .collect(Collectors.toMap(g -> g.event().getClass(), g -> g, (a, b) -> b));
    for (Golden golden : latest.values()) {
      byte[] written = SERIALIZATION.serialize(golden.event()).get();
      assertThat(json.readTree(written)).as("%s", golden).isEqualTo(json.readTree(kept(golden)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void namesNoClassInTheManifest(Golden golden) throws IOException {
    var serializer = SERIALIZATION.serializerFor(golden.event().getClass());
    assertThat(Serializers.manifestFor(serializer, golden.event())).matches("#\\d+");
  }

  @Test
  void aggregatesKeepTheirIdentifiers() throws IOException {
    assertThat(identifier(CampaignGroupEvent.class)).isEqualTo(9001);
    assertThat(identifier(DialSessionEvent.class)).isEqualTo(9002);
    assertThat(identifier(ContactListEvent.class)).isEqualTo(9003);
  }

  private static int identifier(Class<? extends JournalEvent> type) throws IOException {
    return SERIALIZATION.serializerFor(type).identifier();
  }

  private static Object read(Golden golden, String manifest) throws IOException {
    return SERIALIZATION
        .deserialize(kept(golden), identifier(golden.aggregate().type()), manifest)
        .get();
  }

  private static byte[] kept(Golden golden) throws IOException {
    try (InputStream in = JournalFormatTest.class.getResourceAsStream(golden.resource())) {
      return Objects.requireNonNull(in, golden.resource()).readAllBytes();
    }
  }
}
