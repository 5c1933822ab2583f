package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.LoadFence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not plain text, through a real database. */
class PreparedImportIT {
  private static final ListWorld world = new ListWorld();
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  static Stream<Arguments> matrix() {
    List<Arguments> all = new ArrayList<>();
    for (var content : Packed.Content.values()) {
      all.add(Arguments.of(content, null));
      for (var wrapper : FileWrapper.values()) {
        all.add(Arguments.of(content, wrapper));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("matrix")
  void bringsTheRowsOfThePlainFile(Packed.Content content, FileWrapper wrapper) {
    var csv = messy(300);
    var plain = world.list("plain" + lists++);
    var expected = world.load(plain, csv);
    assertThat(expected.rejected()).isPositive();
    assertThat(expected.duplicates()).isPositive();
    var list = world.list("packed" + lists++);
    var view = world.load(list, Packed.file(csv, content, wrapper), ImportOptions.USUAL);
    assertThat(view.error()).isNull();
    assertThat(counts(view)).isEqualTo(counts(expected));
    assertThat(world.rows(list)).isEqualTo(world.rows(plain));
    assertThat(world.issues(view, false)).isEqualTo(world.issues(expected, false));
    assertThat(world.issues(view, true)).isEqualTo(world.issues(expected, true));
    assertThat(view.format()).isEqualTo(content.kind);
    assertThat(view.wrapper()).isEqualTo(wrapper);
    assertThat(view.charset()).isEqualTo(content.charset);
    assertThat(view.bytesRead()).isEqualTo(view.bytesTotal());
    assertThat(copy(view)).doesNotExist();
  }

  @Test
  void goesOnInTheCopyWhereAKilledLoaderStoppedEvenIfItMustBeMadeAnew() throws IOException {
    var csv = messy(16_000);
    var plain = world.list("undisturbed");
    var expected = world.load(plain, csv);
    var file = Packed.file(csv, Packed.Content.XLSX, FileWrapper.GZIP);
    var list = world.list("killed");
    var id = world.submit(list, file, ImportOptions.USUAL);
    var left = world.staging.workplace(new LoadFence(list, id, 1));
    for (int chunks = 1; chunks <= 2; chunks++) {
      assertThat(
              world.run(world.begin(list, id), new DyingLoads(world.loads)).toCompletableFuture())
          .failsWithin(Duration.ofSeconds(60));
      var standing = world.view(id);
      assertThat(standing.state()).isEqualTo(ImportState.RUNNING);
      assertThat(standing.rowsRead()).isPositive();
      assertThat(standing.bytesRead()).isLessThan(standing.bytesTotal());
      assertThat(Files.size(copy(standing))).isEqualTo(standing.bytesTotal());
      if (chunks == 1) {
        Files.delete(copy(standing));
        Files.createDirectories(left);
      }
    }
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    assertThat(counts(world.view(id))).isEqualTo(counts(expected));
    assertThat(world.rows(list)).isEqualTo(world.rows(plain));
    assertThat(copy(world.view(id))).doesNotExist();
    assertThat(left).doesNotExist();
  }

  @Test
  void nothingStaysOfACancelledImport() {
    var list = world.list("cancelled");
    var file = Packed.file(messy(300), Packed.Content.XLSX, FileWrapper.ZIP);
    var id = world.submit(list, file, ImportOptions.USUAL);
    var cancelling =
        new PassingLoads(world.loads) {
          @Override
          public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
            assertThat(copy(world.view(id))).exists();
            now(world.imports.cancel(ListWorld.TENANT, id));
            return super.append(fence, chunk);
          }
        };
    assertThat(now(world.run(world.begin(list, id), cancelling))).isEqualTo(LoadEnd.LOST);
    assertThat(copy(world.view(id))).doesNotExist();
    assertThat(world.rows(list)).isEmpty();
  }

  @Test
  void failsAFileThatReadsOtherwiseThanWhenTheImportBegan() throws IOException {
    var list = world.list("changed");
    var file = Packed.file(messy(16_000), Packed.Content.CSV, FileWrapper.GZIP);
    var id = world.submit(list, file, ImportOptions.USUAL);
    assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads)).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(60));
    Files.writeString(copy(world.view(id)), "something else");
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.FAILED);
    assertThat(world.view(id).error().code()).isEqualTo("PREPARED_DIFFERENTLY");
    assertThat(world.rows(list)).isEmpty();
  }

  @Test
  void failsWhatCannotBePreparedAndLeavesNoCopy() {
    var list = world.list("bomb");
    var view =
        world.load(list, Packed.wrapped(new byte[80 << 20], FileWrapper.GZIP), ImportOptions.USUAL);
    assertThat(view.state()).isEqualTo(ImportState.FAILED);
    assertThat(view.error().code()).isEqualTo("ARCHIVE_BOMB");
    assertThat(view.error().remedy()).isNotBlank();
    assertThat(view.format()).isNull();
    assertThat(copy(view)).doesNotExist();
  }

  @Test
  void readsUtf16AsGiven() {
    var options =
        new ImportOptions(null, "utf-16be", null, null, null, null, null, null, null, null);
    var bytes = "phone\n2025550101\n".getBytes(StandardCharsets.UTF_16BE);
    var view = world.load(world.list("given"), bytes, options);
    assertThat(view.accepted()).isEqualTo(1);
    assertThat(view.charset()).isEqualTo("UTF-16BE");
  }

  @Test
  void readsColonsAndWhatASpreadsheetMadeOfNumbers() {
    var list = world.list("spreadsheet");
    var view =
        world.load(
            list,
            "phone:name\n=\"+12125550123\":a\n=+12125550124:b\n1.2125550125E+10:c\n1.2125E+10:d\n");
    assertThat(view.accepted()).isEqualTo(3);
    assertThat(world.issues(view, false))
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("lost digits"));
  }

  @Test
  void suppressesWhatAWorkbookNames() {
    var list = world.suppressionList("workbook", "DEVICE");
    var view =
        world.load(
            list,
            Packed.file("phone\n2025550101\n2025550102\n12\n", Packed.Content.XLSX, null),
            ImportOptions.USUAL);
    assertThat(view.accepted()).isEqualTo(2);
    assertThat(view.rejected()).isEqualTo(1);
  }

  @Test
  void countsAddUpOrTheErrorIsClearForDamagedFiles() {
    var random = new Random(17);
    var contents = Packed.Content.values();
    for (int sample = 0; sample < 48; sample++) {
      var wrapper = sample % 3 == 0 ? null : FileWrapper.values()[sample % 2];
      var file = Packed.file(messy(30), contents[sample % contents.length], wrapper);
      for (int hits = random.nextInt(3); hits >= 0; hits--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      var view = world.load(world.list("damaged" + sample), file, ImportOptions.USUAL);
      if (view.state() == ImportState.FAILED) {
        assertThat(view.error().detail()).isNotBlank();
        assertThat(view.error().remedy()).isNotBlank();
      } else {
        assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(view.accepted() + view.updated() + view.duplicates() + view.rejected())
            .isEqualTo(view.rowsRead());
        assertThat(world.issues(view, false)).hasSize((int) view.rejected());
      }
    }
  }

  private static java.nio.file.Path copy(ImportView view) {
    return world.staging.prepared(ListWorld.TENANT, view.id());
  }

  private static List<Long> counts(ImportView view) {
    return List.of(
        view.rowsRead(), view.accepted(), view.duplicates(), view.rejected(), view.warnings());
  }

  private static String messy(int rows) {
    var random = new Random(3);
    var text = new StringBuilder("phone,mobile,first name,zip\n");
    for (int i = 0; i < rows; i++) {
      int number = random.nextInt(rows * 2);
      var phone = number % 50 == 0 ? "12" : "+1202%07d".formatted(2_000_000 + number);
      text.append(phone).append(',').append(number % 7 == 0 ? "x" : "").append(',');
      text.append(number % 11 == 0 ? "J\u00fcrgen" : "Ann").append(i % 9 == 0 ? ",\n" : ",01234\n");
      text.append(i % 40 == 0 ? "\n" : "");
    }
    return text.toString();
  }

  /** Dies after its first chunk. */
  private static final class DyingLoads extends PassingLoads {
    private boolean appended;

    DyingLoads(ImportLoads loads) {
      super(loads);
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
      if (appended) {
        return CompletableFuture.failedFuture(new IllegalStateException("killed"));
      }
      appended = true;
      return super.append(fence, chunk);
    }
  }
}
