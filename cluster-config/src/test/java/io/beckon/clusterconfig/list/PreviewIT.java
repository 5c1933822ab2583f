package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.list.FilePreviews;
import io.beckon.persistence.list.PostgresKeptUploads;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.FoundColumn;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.Preview;
import io.beckon.protocol.list.PreviewId;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SpcReader;
import io.beckon.protocol.list.StagedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Previews of staged files, against what their imports then do. */
class PreviewIT {
  private static final ListWorld world = new ListWorld();
  private static final FilePreviews previews =
      new FilePreviews(
          world.staging,
          tenant -> CompletableFuture.completedFuture(List.of(Packed.KEY.secret())),
          ListWorld.BUNDLED,
          Runnable::run);
  private static final PostgresKeptUploads uploads =
      new PostgresKeptUploads(world.database, world.clock);
  private static final List<String> SPECIFICATIONS =
      List.of(
          "",
          "field device1 name phone\nfield device2 name mobile\nothers drop",
          "header no\nskip 1\nfield device1 position 2\nfield email position 3",
          "layout fixed\nskip 1\nfield device1 from 1 length 12\nfield x from 13 length 3");
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  static Stream<Arguments> files() {
    return IntStream.range(0, 40)
        .mapToObj(n -> Arguments.of(n, SPECIFICATIONS.get(n % SPECIFICATIONS.size())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void showsWhatTheImportThenDoes(int seed, String specification) {
    var file = messy(new Random(seed)).getBytes(StandardCharsets.UTF_8);
    var options =
        specification.isEmpty()
            ? ImportOptions.USUAL
            : ImportOptions.USUAL.mapped(SpcReader.read(specification, "m", ImportKind.CONTACTS));
    var list = world.list("preview" + lists++);
    var preview = look(list, file, options);
    assertThat(preview.error()).isNull();
    assertThat(world.rows(list)).isEmpty();
    var view = world.load(list, file, options);
    assertThat(preview.rows()).hasSize((int) view.rowsRead());
    assertThat(preview.rows().stream().map(Preview.Row::reject).filter(Objects::nonNull).toList())
        .isEqualTo(world.issues(view, false));
    assertThat(devices(preview)).isEqualTo(devices(world.rows(list)));
    List<RowIssue> warned = preview.rows().stream().flatMap(r -> r.warnings().stream()).toList();
    assertThat(world.issues(view, true)).containsAll(warned);
  }

  @Test
  void showsFixedFieldsInTheOrderOfTheFile() {
    var specification =
        "layout fixed\nfield device1 from 4 length 10\nfield clientId from 1 length 2";
    var options =
        ImportOptions.USUAL.mapped(SpcReader.read(specification, "m", ImportKind.CONTACTS));
    var file = "A1 2025550101\n".getBytes(StandardCharsets.UTF_8);
    var preview = look(world.list("preview" + lists++), file, options);
    assertThat(preview.columns())
        .extracting(FoundColumn::field)
        .containsExactly("clientId", "device1");
    assertThat(preview.rows().get(0).fields()).containsExactly("A1", "2025550101");
    assertThat(preview.rows().get(0).contact().clientId()).isEqualTo("A1");
    assertThat(preview.delimiter()).isNull();
  }

  static Stream<Arguments> matrix() {
    return Stream.of(Packed.Content.values())
        .flatMap(
            content ->
                Stream.concat(
                    Stream.of(Arguments.of(content, null)),
                    Stream.of(FileWrapper.values()).map(w -> Arguments.of(content, w))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("matrix")
  void showsTheSameRowsWhateverTheFileIsPackedIn(Packed.Content content, FileWrapper wrapper) {
    var csv = "phone,first name\n2025550101,J\u00fcrgen\n12,x\n";
    var list = world.list("preview" + lists++);
    var plain = look(list, csv.getBytes(StandardCharsets.UTF_8), ImportOptions.USUAL);
    var packed = look(list, Packed.file(csv, content, wrapper), ImportOptions.USUAL);
    assertThat(packed.rows()).isEqualTo(plain.rows());
    assertThat(packed.columns()).isEqualTo(plain.columns());
    assertThat(packed.format()).isEqualTo(content.kind);
    assertThat(packed.wrapper()).isEqualTo(wrapper);
    assertThat(packed.charset()).isEqualTo(content.charset);
  }

  @Test
  void seesAFileOfManyGigabytesAtOnce() throws IOException {
    var list = world.list("preview" + lists++);
    var sha256 = "ab".repeat(32);
    var staged = world.staged(sha256);
    Files.createDirectories(staged.getParent());
    Files.writeString(staged, "phone\n" + "2025550101\n".repeat(10_000));
    try (var file = new RandomAccessFile(staged.toFile(), "rw")) {
      file.setLength(20L << 30);
    }
    var kept = now(uploads.keep(list, "huge.csv", new StagedFile(sha256, Files.size(staged))));
    long began = System.nanoTime();
    var preview = now(previews.look(kept, ImportOptions.USUAL.inCountry("US")));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(40));
    assertThat(preview.whole()).isFalse();
    assertThat(preview.rows()).hasSize(Preview.MOST_ROWS);
    Files.delete(staged);
    assertThat(now(previews.look(kept, ImportOptions.USUAL.inCountry("US"))).error().code())
        .isEqualTo("FILE_GONE");
  }

  @Test
  void forgetsAnUploadAfterADay() {
    var list = world.list("preview" + lists++);
    var kept = now(uploads.keep(list, "a.csv", new StagedFile("cd".repeat(32), 1)));
    assertThat(now(uploads.find(ListWorld.TENANT, kept.id()))).hasValue(kept);
    var tomorrow = Clock.offset(world.clock, Duration.ofHours(24));
    var later = new PostgresKeptUploads(world.database, tomorrow);
    assertThat(now(later.find(ListWorld.TENANT, kept.id()))).isEmpty();
    assertThat(now(uploads.find(ListWorld.TENANT, new PreviewId(999_999)))).isEmpty();
  }

  private static Preview look(ListRef list, byte[] file, ImportOptions options) {
    var staged =
        now(
            Source.single(ByteString.fromArray(file))
                .runWith(world.staging.sink(ListWorld.TENANT), world.kit.system()));
    var kept = now(uploads.keep(list, "file.csv", staged));
    return now(previews.look(kept, options.inCountry("US")));
  }

  /** Every number once: what is known already is no matter of a preview. */
  private static String messy(Random random) {
    var text = new StringBuilder("phone,mobile,email,name\n");
    for (int i = 1; i <= 1 + random.nextInt(19); i++) {
      int kind = random.nextInt(8);
      text.append(kind == 0 ? "12" : "+1202555%04d".formatted(i)).append(',');
      text.append(kind == 1 ? "x" : kind == 2 ? "" : "202556%04d".formatted(i)).append(',');
      text.append(kind == 3 ? "nobody" : "a" + i + "@example.org").append(',');
      text.append(kind == 4 ? "\"open" : kind == 5 ? "a,b" : "J\u00fcrgen").append('\n');
    }
    return text.toString();
  }

  private static List<String> devices(Preview preview) {
    return preview.rows().stream()
        .filter(r -> r.contact() != null)
        .flatMap(r -> r.contact().devices().stream().map(d -> r.row() + " " + d.value()))
        .toList();
  }

  private static List<String> devices(List<String> rows) {
    return rows.stream()
        .map(r -> r.split("~"))
        .map(
            cells -> {
              int at = 1;
              while (!cells[at].matches("\\d") || !cells[at + 1].matches("[+].*|.*@.*")) {
                at++;
              }
              return cells[0] + " " + cells[at + 1];
            })
        .toList();
  }
}
