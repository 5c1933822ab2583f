package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ListRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that two keepers write to one place, as while two nodes overlap. */
class OverlappingExportsIT {
  private static final int PEOPLE = 5_000;
  private static final DropExport CSV =
      new DropExport(
          "people.csv", null, "lastName,device1", false, null, null, null, null, null, null);

  @TempDir Path drops;
  @TempDir Path remote;
  private DropWorld world;

  @BeforeEach
  void up() {
    world = new DropWorld(drops);
  }

  @AfterEach
  void down() {
    world.close();
  }

  @Test
  void everyFileIsWholeAndNoPartStays() throws Exception {
    var list = people();
    world.keeper(drops);
    var server = LoopbackFtp.of(remote).writable().start(0);
    try {
      var place =
          Drops.at(DropKind.FTP, "ftp://127.0.0.1:" + server.port() + "/")
              .password(LoopbackFtp.USER, LoopbackFtp.PASSWORD);
      var source = create(place, list, "* * * * * *");
      await().atMost(PATIENCE).until(() -> whole().size() >= 8);
      ListWorld.now(world.sources.delete(ListWorld.TENANT, source.id(), OptionalLong.empty()));
      await().atMost(PATIENCE).until(() -> parts().isEmpty());
      var first = Files.readString(whole().get(0));
      assertThat(first.lines()).hasSize(PEOPLE + 1);
      assertThat(whole())
          .allSatisfy(file -> assertThat(Files.readString(file).equals(first)).isTrue());
    } finally {
      server.stop();
    }
  }

  @Test
  void whatANodeThatDiedLeftBehindGoesAfterADay() throws IOException {
    var source = create(Drops.at(DropKind.FOLDER, remote.toString()), people(), "0 0 1 1 *");
    var old = part(source, "old", Duration.ofDays(2));
    var growing = part(source, "growing", Duration.ofHours(1));
    var foreign = Files.createFile(remote.resolve("beckon-1.part"));
    Files.setLastModifiedTime(foreign, FileTime.from(ago(Duration.ofDays(9))));

    ListWorld.now(world.sources.ask(ListWorld.TENANT, source.id()));

    await().atMost(PATIENCE).until(() -> Files.exists(remote.resolve("people.csv")));
    await().atMost(PATIENCE).until(() -> !Files.exists(old));
    assertThat(growing).exists();
    assertThat(foreign).exists();
  }

  private ListRef people() {
    var list = world.lists.list("people");
    world.lists.load(
        list,
        IntStream.range(0, PEOPLE)
            .mapToObj(i -> "N%d,+1212555%04d".formatted(i, i) + "\n")
            .collect(Collectors.joining("", "last name,phone\n", "")));
    return list;
  }

  private DropSourceView create(Drops place, ListRef list, String cron) {
    var export = place.cron(cron).exporting(Long.toString(list.listId()), CSV);
    return world.create(export.settings("people"));
  }

  private Path part(DropSourceView source, String run, Duration age) throws IOException {
    var file = Files.createFile(remote.resolve("beckon-" + source.id() + "-" + run + ".part"));
    return Files.setLastModifiedTime(file, FileTime.from(ago(age)));
  }

  private Instant ago(Duration age) {
    return world.lists.clock.instant().minus(age);
  }

  private List<Path> whole() throws IOException {
    return files(".csv");
  }

  private List<Path> parts() throws IOException {
    return files(".part");
  }

  private List<Path> files(String end) throws IOException {
    try (var files = Files.list(remote)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
