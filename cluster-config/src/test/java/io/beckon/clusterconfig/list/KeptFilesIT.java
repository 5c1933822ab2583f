package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.list.PostgresKeptFiles;
import io.beckon.persistence.list.PostgresKeptUploads;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of imports, and when it goes. */
class KeptFilesIT {
  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FILE = "phone,note\n+12125550101,a\n555,b\n";

  private final ListWorld world = new ListWorld();
  private final PostgresKeptFiles kept =
      new PostgresKeptFiles(world.database, world.staging, world.clock);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void originalsAndReportsGoAfterTheirTimeAndCountsStay() throws IOException {
    var view = loaded(world.list("one"), Duration.ofDays(29));
    var prepared = world.staging.prepared(ListWorld.TENANT, view.id());
    Files.createDirectories(prepared.getParent());
    Files.writeString(prepared, "x");
    assertThat(ListWorld.now(kept.sweep(KEEP))).isZero();
    assertThat(world.issues(view, false)).hasSize(1);

    age(view, Duration.ofDays(31));
    assertThat(ListWorld.now(kept.sweep(KEEP))).isEqualTo(2);

    assertThat(original(view)).doesNotExist();
    assertThat(prepared).doesNotExist();
    assertThat(world.issues(view, false)).isEmpty();
    assertThat(ListWorld.now(kept.reportsGone(view.id()))).isTrue();
    assertThat(world.view(view.id()).rejected()).isEqualTo(1);
    assertThat(ListWorld.now(kept.sweep(KEEP))).isZero();
  }

  @Test
  void contentThatWasImportedTwiceStaysAsLongAsOneImportNeedsIt() throws IOException {
    var old = loaded(world.list("old"), Duration.ofDays(40));
    var young = loaded(world.list("young"), Duration.ofDays(1));
    age(original(old));

    ListWorld.now(kept.sweep(KEEP));
    assertThat(original(young)).exists();

    age(young, Duration.ofDays(40));
    ListWorld.now(kept.sweep(KEEP));
    assertThat(original(young)).doesNotExist();
  }

  @Test
  void aDeletedListTakesThemAlong() throws IOException {
    var list = world.list("gone");
    var view = loaded(list, Duration.ofDays(1));

    ListWorld.now(world.lists.delete(ListWorld.TENANT, new ContactListId(list.listId())));
    ListWorld.now(kept.sweep(KEEP));

    assertThat(original(view)).doesNotExist();
    assertThat(world.issues(view, false)).isEmpty();
  }

  @Test
  void aListThatIsReadIsGoneAtOnceAndItsTablesLater() {
    var list = world.list("read");
    world.load(list, FILE);
    var id = new ContactListId(list.listId());
    try (var reader = world.database.jdbi().open()) {
      reader.begin();
      reader.execute("SELECT count(*) FROM contact_" + list.listId());

      ListWorld.now(world.lists.delete(ListWorld.TENANT, id));

      assertThat(ListWorld.now(world.lists.find(ListWorld.TENANT, id))).isEmpty();
      assertThat(hasTables(list)).isTrue();
      reader.rollback();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              ListWorld.now(kept.sweep(KEEP));
              assertThat(hasTables(list)).isFalse();
            });
  }

  private boolean hasTables(ListRef list) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT to_regclass(?) IS NOT NULL")
                    .bind(0, "device_" + list.listId())
                    .mapTo(Boolean.class)
                    .one());
  }

  @Test
  void anErasureTakesOriginalsAndReportsThatMayHoldThePersonAndNoLaterOnes() throws IOException {
    var view = loaded(world.list("one"), Duration.ofDays(1));
    world
        .database
        .jdbi()
        .useHandle(h -> h.execute("INSERT INTO erased VALUES ('default', 'mark', now())"));
    var later = world.load(world.list("later"), "phone\n556\n");

    assertThat(ListWorld.now(kept.sweep(KEEP))).isEqualTo(2);

    assertThat(original(view)).doesNotExist();
    assertThat(world.issues(view, false)).isEmpty();
    assertThat(ListWorld.now(kept.reportsGone(view.id()))).isTrue();
    assertThat(world.issues(later, false)).hasSize(1);
    assertThat(ListWorld.now(kept.reportsGone(later.id()))).isFalse();
  }

  @Test
  void whatWasJustStagedIsLeftAlone() {
    var view = world.load(world.list("one"), FILE);
    world
        .database
        .jdbi()
        .useHandle(h -> h.execute("UPDATE import SET finished_at = now() - interval '40 days'"));

    ListWorld.now(kept.sweep(KEEP));

    assertThat(original(view)).exists();
  }

  @Test
  void aFileThatWasLookedAtGoesAfterADayUnlessItWasImported() throws IOException {
    var list = world.list("seen");
    var uploads = new PostgresKeptUploads(world.database, world.clock);
    var imported = original(loaded(list, Duration.ofDays(2)));
    var seen = world.staged("ab".repeat(32));
    Files.createDirectories(seen.getParent());
    Files.writeString(seen, FILE);
    for (var file : List.of(imported, seen)) {
      var staged = new StagedFile(file.getFileName().toString(), FILE.length());
      ListWorld.now(uploads.keep(list, "a.csv", staged));
    }
    age(seen);
    assertThat(ListWorld.now(kept.sweep(KEEP))).isZero();
    assertThat(seen).exists();

    world
        .database
        .jdbi()
        .useHandle(h -> h.execute("UPDATE kept_upload SET created_at = now() - interval '2 days'"));

    assertThat(ListWorld.now(kept.sweep(KEEP))).isEqualTo(2);
    assertThat(seen).doesNotExist();
    assertThat(imported).exists();
  }

  private ImportView loaded(ListRef list, Duration ago) throws IOException {
    var view = world.load(list, FILE);
    age(view, ago);
    return view;
  }

  private void age(ImportView view, Duration ago) throws IOException {
    world
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE import SET finished_at = ? WHERE import_id = ?",
                    Instant.now(world.clock).minus(ago),
                    view.id().value()));
    age(original(view));
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  private Path original(ImportView view) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                world.staged(
                    h.createQuery("SELECT sha256 FROM import WHERE import_id = ?")
                        .bind(0, view.id().value())
                        .mapTo(String.class)
                        .one()));
  }
}
