package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.persistence.list.PostgresMappings;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SpcReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of fixed positions, through a real database. */
class FixedImportIT {
  private static final ListWorld world = new ListWorld();
  private static final String FIXED =
      """
      mapping fixed
      layout fixed
      field clientId from 1 length 4
      field device1 from 5 length 12
      field lastName from 18 length 6
      field Tariff from 24 length 2
      """;
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsFixedPositionsInCharacters(String lineBreak) {
    var list = list();
    var lines =
        List.of(
            "A1  2025550101   Müller12",
            "A\uD83D\uDE00  2025550102   中文名   34  ",
            "A3  2025550103",
            "",
            "A4  20255",
            "A5",
            "A6  2025550106   Lee");
    var text = String.join(lineBreak, lines);
    var view = load(list, text, FIXED);
    assertThat(view.accepted()).isEqualTo(4);
    assertThat(world.rows(list).get(0))
        .startsWith("1~A1~Müller~{\"Tariff\": \"12\"}~0~+12025550101");
    assertThat(world.rows(list).get(1))
        .startsWith("2~A\uD83D\uDE00~中文名~{\"Tariff\": \"34\"}~0~+12025550102");
    assertThat(world.rows(list).get(2)).startsWith("3~A3~0~+12025550103");
    assertThat(world.rows(list).get(3)).startsWith("6~A6~Lee~0~+12025550106");
    assertThat(issues(view))
        .extracting(RowIssue::code)
        .containsExactly(IssueCode.RAGGED_ROW, IssueCode.NO_DEVICE);
    assertThat(issues(view)).extracting(RowIssue::line).containsExactly(5L, 6L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16BE"})
  void readsFixedPositionsInOtherCharsets(String charset) {
    var list = list();
    var options = options(FIXED).readAs(charset, null);
    var text = "A1  2025550101   Müller12\n";
    var view = world.load(list, text.getBytes(Charset.forName(charset)), options);
    assertThat(world.rows(list).get(0)).contains("Müller~{\"Tariff\": \"12\"}");
    assertThat(view.charset()).isEqualTo(charset);
  }

  @ParameterizedTest
  @EnumSource(FileWrapper.class)
  void readsFixedPositionsOutOfArchives(FileWrapper wrapper) {
    var list = list();
    var file = Packed.wrapped("A1  2025550101\n".getBytes(StandardCharsets.UTF_8), wrapper);
    assertThat(world.load(list, file, options(FIXED)).accepted()).isEqualTo(1);
  }

  @Test
  void rejectsALineOfManyMegabytesAndReadsOn() {
    var view = load(list(), "x".repeat(40 << 20) + "\nA2  2025550101\n", FIXED);
    assertThat(view.accepted()).isEqualTo(1);
    assertThat(issues(view)).extracting(RowIssue::code).containsExactly(IssueCode.TOO_LONG);
  }

  @Test
  void aKilledLoadGoesOnWithItsOwnCopyOfTheMapping() {
    var mappings = new PostgresMappings(world.database, world.clock);
    var kept = now(mappings.create(ListWorld.TENANT, mapping(FIXED)));
    var text = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      text.append("%4d202%07d   Müller%02d\n".formatted(i % 10_000, 5_550_000 + i, i % 90));
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var undisturbed = list();
    var expected = world.load(undisturbed, bytes, ImportOptions.USUAL.mapped(kept.mapping()));
    var list = list();
    var id = world.submit(list, bytes, ImportOptions.USUAL.mapped(kept.mapping()));
    assertThat(world.run(world.begin(list, id), new DyingLoads(world.loads)).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(60));
    now(
        mappings.change(
            ListWorld.TENANT,
            kept.id(),
            mapping("mapping fixed\nfield device1 name Tel"),
            OptionalLong.of(kept.revision())));
    now(mappings.delete(ListWorld.TENANT, kept.id()));
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    assertThat(world.view(id).accepted()).isEqualTo(expected.accepted()).isPositive();
    assertThat(world.view(id).rowsRead()).isEqualTo(12_000);
    assertThat(world.rows(list)).isEqualTo(world.rows(undisturbed));
  }

  private static ListRef list() {
    return world.list("fixed" + lists++);
  }

  private static ImportView load(ListRef list, String text, String spec) {
    return world.load(list, text.getBytes(StandardCharsets.UTF_8), options(spec));
  }

  private static ImportOptions options(String spec) {
    return ImportOptions.USUAL.mapped(mapping(spec));
  }

  private static DataMapping mapping(String spec) {
    return SpcReader.read(spec, null, ImportKind.CONTACTS);
  }

  private static List<RowIssue> issues(ImportView view) {
    return world.issues(view, false);
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
