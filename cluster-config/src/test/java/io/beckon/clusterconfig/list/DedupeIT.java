package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every duplicate is found once, whichever chunk it is in, and says of which row it is. */
class DedupeIT {
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
      DEVICE    ! 1 phone DUPLICATE_DEVICE is on the list already; \
                  3 phone DUPLICATE_DEVICE is in row 2 already; \
                  6 phone DUPLICATE_DEVICE is on the list already
      CLIENT_ID ! 4 Client ID DUPLICATE_CLIENT_ID is on the list already; \
                  5 Client ID DUPLICATE_CLIENT_ID is in row 2 already
      BOTH      ! 1 phone DUPLICATE_DEVICE is on the list already; \
                  3 phone DUPLICATE_DEVICE is in row 2 already; \
                  4 Client ID DUPLICATE_CLIENT_ID is on the list already; \
                  5 Client ID DUPLICATE_CLIENT_ID is in row 2 already; \
                  6 phone DUPLICATE_DEVICE is on the list already
      NONE      ! ''
      """)
  void tellsOfWhichRowADuplicateIs(Dedupe dedupe, String expected) {
    var list = world.list("which" + dedupe);
    world.load(list, "phone,mobile,client id\n2025550101,2025550109,A\n");
    var view =
        load(
            list,
            dedupe,
            """
            phone,mobile,Client ID
            2025550101,,
            2025550102,,B
            2025550102,,
            2025550103,,A
            2025550104,,B
            2025550109,2025550101,C
            2025550105,2025550102,D
            """);
    var lines =
        world.report(view, ImportReport.DUPLICATES).stream()
            .map(i -> i.row() + " " + i.column() + " " + i.code() + " " + i.reason())
            .toList();
    assertThat(String.join("; ", lines)).isEqualTo(expected.replaceAll(" +", " "));
    assertThat(view.duplicates()).isEqualTo(lines.size());
    assertThat(view.accepted()).isEqualTo(7 - lines.size());
  }

  @ParameterizedTest
  @EnumSource(Dedupe.class)
  void findsDuplicatesAcrossChunksAndAfterAKill(Dedupe dedupe) {
    var text = new StringBuilder("phone,client id\n");
    List<Integer> repeats = new ArrayList<>();
    for (int i = 1; i <= 12_000; i++) {
      boolean repeat = i > 100 && i % 1_000 == 17;
      if (repeat) {
        repeats.add(i);
      }
      int of = repeat ? i % 50 : i;
      text.append("202").append(2_000_000 + of).append(",c").append(of).append('\n');
    }
    var file = text.toString().getBytes(StandardCharsets.UTF_8);
    var list = world.list("chunks" + dedupe);
    var id = world.submit(list, file, options(dedupe));
    for (int kills = 0; kills < 2; kills++) {
      assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads, 1)))
          .failsWithin(Duration.ofSeconds(30));
    }
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    var view = world.view(id);
    var found = world.report(view, ImportReport.DUPLICATES);
    if (dedupe == Dedupe.NONE) {
      assertThat(found).isEmpty();
      assertThat(view.accepted()).isEqualTo(12_000);
      return;
    }
    assertThat(found).extracting(i -> (int) i.row()).isEqualTo(repeats);
    assertThat(found)
        .allSatisfy(
            i -> assertThat(i.reason()).isEqualTo("is in row " + i.row() % 50 + " already"));
    assertThat(view.accepted() + view.duplicates()).isEqualTo(view.rowsRead()).isEqualTo(12_000);
  }

  @Test
  void tellsWhatASuppressionListHasAlready() {
    var list = world.suppressionList("dedupe", "DEVICE");
    world.load(list, "phone\n2025550101\n");
    var view = world.load(list, "phone\n2025550102\n2025550101\n2025550102\n");
    assertThat(world.report(view, ImportReport.DUPLICATES))
        .extracting(i -> i.row() + " " + i.line() + " " + i.reason())
        .containsExactly("2 3 is on the list already", "3 4 is in row 1 already");
    assertThat(view.duplicates()).isEqualTo(2);
  }

  private static ImportView load(io.beckon.protocol.list.ListRef list, Dedupe dedupe, String text) {
    return world.load(list, text.getBytes(StandardCharsets.UTF_8), options(dedupe));
  }

  private static ImportOptions options(Dedupe dedupe) {
    return new ImportOptions(null, null, null, null, dedupe, null, null, null, null, null);
  }
}
