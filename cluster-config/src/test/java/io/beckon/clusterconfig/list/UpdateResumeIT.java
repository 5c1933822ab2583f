package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.ListRef;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An update of many contacts that is cancelled, or killed and gone on with. */
class UpdateResumeIT {
  private static final ImportOptions UPDATE =
      new ImportOptions(null, null, null, null, null, ImportMode.UPDATE, null, null, null, null);
  private static final ListWorld world = new ListWorld();
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void isSeenAllAtOnceAndNotAtAllWhenCancelled() {
    var list = listOf(base(6_000));
    var before = world.rows(list);
    var id = world.submit(list, changed(6_000), UPDATE);
    assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads, 1)))
        .failsWithin(Duration.ofSeconds(30));
    assertThat(world.view(id).updated()).isPositive();
    assertThat(world.rows(list)).isEqualTo(before);
    now(world.imports.cancel(ListWorld.TENANT, id));
    assertThat(world.rows(list)).isEqualTo(before);
    assertThat(tables(id)).isEmpty();
  }

  @Test
  void goesOnExactlyWhereAKilledLoaderStopped() {
    var undisturbed = listOf(base(12_000));
    var expected = world.load(undisturbed, changed(12_000), UPDATE);
    assertCounts(expected, 12_500, 500, 11_988, 12, 0);
    var list = listOf(base(12_000));
    var id = world.submit(list, changed(12_000), UPDATE);
    for (int kill = 0; kill < 2; kill++) {
      assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads, 1)))
          .failsWithin(Duration.ofSeconds(30));
    }
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    assertCounts(world.view(id), 12_500, 500, 11_988, 12, 0);
    assertThat(world.rows(list)).isEqualTo(world.rows(undisturbed));
    assertThat(world.report(world.view(id), ImportReport.DUPLICATES))
        .isEqualTo(world.report(expected, ImportReport.DUPLICATES))
        .allSatisfy(i -> assertThat(i.code()).isEqualTo(IssueCode.DUPLICATE_KEY))
        .allSatisfy(i -> assertThat(i.reason()).isEqualTo("is in row 7 already"));
  }

  private static String base(int rows) {
    var text = new StringBuilder("phone,client id,first name\n");
    for (int i = 1; i <= rows; i++) {
      text.append(2_022_000_000L + i).append(",c").append(i).append(",Ann\n");
    }
    return text.toString();
  }

  /** Every contact once, the seventh again and again, and 500 new ones. */
  private static byte[] changed(int rows) {
    var text = new StringBuilder("client id,first name,phone\n");
    for (int i = 1; i <= rows; i++) {
      text.append('c').append(i > 1 && i % 1_000 == 0 ? 7 : i).append(",Bea,\n");
    }
    for (int i = 1; i <= 500; i++) {
      text.append('n').append(i).append(",New,").append(2_023_000_000L + i).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static ListRef listOf(String text) {
    var list = world.list("resumed" + lists++);
    assertThat(world.load(list, text).state()).isEqualTo(ImportState.COMPLETED);
    return list;
  }

  private static List<String> tables(ImportId id) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT relname FROM pg_class WHERE relname LIKE :name")
                    .bind("name", "%_change_" + id)
                    .mapTo(String.class)
                    .list());
  }

  private static void assertCounts(
      ImportView view, long rows, long accepted, long updated, long duplicates, long rejected) {
    assertThat(view.error()).isNull();
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(
            List.of(
                view.rowsRead(),
                view.accepted(),
                view.updated(),
                view.duplicates(),
                view.rejected()))
        .as("rows, accepted, updated, duplicates, rejected")
        .containsExactly(rows, accepted, updated, duplicates, rejected);
  }
}
