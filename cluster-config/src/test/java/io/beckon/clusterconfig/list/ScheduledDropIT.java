package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.campaign.PostgresGroupStore;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Places that are looked at by a schedule or when asked, and groups that are started after. */
@Execution(ExecutionMode.CONCURRENT)
class ScheduledDropIT {
  private static final String EVERY_SECOND = "* * * * * *";
  private static final String NEW_YEAR = "0 0 1 1 *";
  @TempDir static Path drops;
  private static DropWorld world;
  @TempDir Path folder;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
  }

  @AfterAll
  static void down() {
    world.close();
  }

  private Drops place() {
    return Drops.at(DropKind.FOLDER, folder.toString());
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void takesWhatLiesThereAtItsMomentAndSaysWhatCameOfIt() throws IOException {
    drop("morning.csv", "phone\n2025550141\n");
    var source = world.create(place().cron(EVERY_SECOND).settings("by the second"));
    assertThat(source.times().every()).isNull();
    assertThat(source.state().nextRun()).isNotNull();

    world.awaitContacts("morning", 1);

    await().atMost(DropWorld.PATIENCE).until(() -> took(source), t -> t.size() == 1);
    var id = world.importsOf("morning.csv").get(0).id();
    assertThat(took(source).get(0)).isEqualTo(List.of(id));
  }

  private static List<List<?>> took(DropSourceView source) {
    return world.runs(source).stream()
        .<List<?>>map(run -> run.imports())
        .filter(imports -> !imports.isEmpty())
        .toList();
  }

  @Test
  void waitsForItsMomentUnlessSomebodyAsks() throws IOException {
    drop("yearly.csv", "phone\n2025550142\n");
    var source = world.create(place().cron(NEW_YEAR).settings("yearly"));
    drop("meanwhile.csv", "phone\n2025550143\n");
    var other = Drops.at(DropKind.FOLDER, folder.toString()).mask("meanwhile.csv");
    world.create(other.settings("all the time"));
    world.awaitContacts("meanwhile", 1);
    assertThat(world.hasList("yearly")).isFalse();

    ListWorld.now(world.sources.ask(ListWorld.TENANT, source.id()));

    world.awaitContacts("yearly", 1);
    await().atMost(DropWorld.PATIENCE).until(() -> world.runs(source).size() == 1);
    var ran = world.runs(source).get(0);
    assertThat(ran.imports()).hasSize(2);
    assertThat(ran.error()).isNull();
    assertThat(world.view(source).state().nextRun().toString()).endsWith("-01-01T00:00:00Z");
  }

  @Test
  void keepsWhyARunFailedAndThatItPassed() throws IOException {
    var missing = folder.resolve("mounted later");
    var source =
        world.create(
            Drops.at(DropKind.FOLDER, missing.toString()).cron(EVERY_SECOND).settings("mount"));
    await().atMost(DropWorld.PATIENCE).until(() -> world.runs(source).size() == 1);
    assertThat(world.runs(source).get(0).error()).contains("cannot be listed");
    await().atMost(DropWorld.PATIENCE).until(() -> world.view(source).state().failures() >= 2);
    var failing = world.view(source).state();
    assertThat(failing.nextTry()).isAfter(failing.lastRun());

    Files.createDirectory(missing);

    await().atMost(DropWorld.PATIENCE).until(() -> world.runs(source).get(0).error() == null);
    assertThat(world.runs(source).stream().filter(run -> run.error() != null)).hasSize(1);
    world.awaitFine(source);
    assertThat(world.view(source).state().failures()).isZero();
    assertThat(world.view(source).state().nextTry()).isNull();
  }

  @Test
  void startsItsGroupOnceAFileWasLoadedAndNotAfterOneThatFailed() throws IOException {
    var list = world.lists.list("dialled");
    var group = group("Spring", list);
    drop("broken.csv", "name\nAnn\n");
    var source =
        world.create(place().into(text(list)).starting(group).settings("loads and starts"));
    await()
        .atMost(DropWorld.PATIENCE)
        .until(() -> states("broken.csv"), s -> s.equals(List.of(ImportState.FAILED)));
    assertThat(jobs(group)).isEmpty();

    drop("good.csv", "phone\n2025550144\n");

    world.awaitContacts("dialled", 1);
    var id = world.importsOf("good.csv").get(0).id();
    assertThat(jobs(group))
        .containsExactly(
            Map.of("name", "start after import " + id, "action", "START_GROUP", "planned", true));
    assertThat(world.view(source).work().campaignGroupId()).isEqualTo(group);
  }

  @Test
  void refusesWhatCouldNeverRunOrStart() {
    var list = world.lists.list("not dialled");
    var group = group("Autumn", world.lists.list("another"));
    refused("names no moment", place().cron("0 0 30 2 *").settings("30 February"));
    refused("dials contact list", place().into(text(list)).starting(group).settings("wrong group"));
    refused("suppression list", place().suppressing("987654").settings("no such list"));
  }

  private static void refused(String words, DropSettings settings) {
    assertThatThrownBy(() -> world.create(settings)).hasStackTraceContaining(words);
  }

  private static List<ImportState> states(String fileName) {
    return world.importsOf(fileName).stream().map(i -> i.state()).toList();
  }

  private static GroupId group(String name, ListRef list) {
    var settings =
        JsonColumn.read(
            "{\"name\":\"%s\",\"lists\":[{\"id\":\"%d\",\"weight\":10}]}"
                .formatted(name, list.listId()),
            GroupSettings.class);
    var store = new PostgresGroupStore(world.lists.database);
    return ListWorld.now(store.reserve(ListWorld.TENANT, settings, Clock.systemUTC().instant()));
  }

  private static List<Map<String, Object>> jobs(GroupId group) {
    return world
        .lists
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT name, action, t.task_name IS NOT NULL AS planned FROM job j"
                            + " LEFT JOIN scheduled_tasks t ON t.task_instance = j.job_id::text"
                            + " WHERE group_id = ?")
                    .bind(0, group.value())
                    .mapToMap()
                    .list());
  }

  private static String text(ListRef list) {
    return Long.toString(list.listId());
  }
}
