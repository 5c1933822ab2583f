package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.actors.list.LoadEnd;
import io.beckon.clusterconfig.SmallDisk;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The disk of PostgreSQL fills up in the middle of a load. */
class FullDatabaseIT {
  private static final int ROWS = 40_000;
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void aLoadLosesNothingAndGoesOnOnceThereIsSpace() throws Exception {
    var list = world.list("full");
    try (var disk = SmallDisk.mount(Files.createTempDirectory("tablespace"), 5)) {
      var place = place(list, disk);
      var id = world.submit(list, file(), ImportOptions.USUAL);
      var fence = world.begin(list, id);
      assertThatThrownBy(() -> now(world.run(fence, world.loads)))
          .hasStackTraceContaining("No space left on device");
      var halfway = world.view(id);
      assertThat(halfway.state()).isEqualTo(ImportState.RUNNING);
      assertThat(halfway.rowsRead()).isPositive().isLessThan(ROWS);
      assertCounted(halfway);
      assertThat(seen(list)).as("seen before it is completed").isZero();

      disk.resize(256);
      assertThat(now(world.run(fence, world.loads))).isEqualTo(LoadEnd.COMPLETED);
      assertWhole(list, id);
      away(place);
    }
  }

  private static void assertWhole(ListRef list, ImportId id) {
    var view = world.view(id);
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(view.accepted()).isEqualTo(ROWS);
    assertCounted(view);
    assertThat(world.rows(list)).hasSize(ROWS).doesNotHaveDuplicates();
  }

  private static long seen(ListRef list) {
    var id = new ContactListId(list.listId());
    return now(world.lists.find(ListWorld.TENANT, id)).orElseThrow().contacts();
  }

  private static void assertCounted(ImportView view) {
    assertThat(view.rowsRead())
        .isEqualTo(
            view.accepted()
                + view.updated()
                + view.duplicates()
                + view.filtered()
                + view.rejected());
  }

  /** Puts the list's own tables on the small disk. */
  private static String place(ListRef list, SmallDisk disk) throws Exception {
    var folder = Files.createDirectory(disk.folder().resolve("tables"));
    var data = Path.of(setting("SHOW data_directory"));
    Files.setOwner(folder, Files.getOwner(data));
    world
        .database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("CREATE TABLESPACE small LOCATION '" + folder + "'");
              for (var table : List.of("contact_", "device_")) {
                h.execute("ALTER TABLE " + table + list.listId() + " SET TABLESPACE small");
              }
            });
    return "small";
  }

  /** Before the disk goes, so that the server is not left with files it cannot find. */
  private static void away(String tablespace) {
    world.database.jdbi().useHandle(h -> h.execute("DROP TABLE contact, device CASCADE"));
    world.database.jdbi().useHandle(h -> h.execute("DROP TABLESPACE " + tablespace));
  }

  private static String setting(String show) {
    return world.database.jdbi().withHandle(h -> h.createQuery(show).mapTo(String.class).one());
  }

  private static byte[] file() {
    var text = new StringBuilder("phone,note\n");
    IntStream.range(0, ROWS)
        .mapToObj(i -> "+1202%07d,%s\n".formatted(2_000_000 + i, "x".repeat(200)))
        .forEach(text::append);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
