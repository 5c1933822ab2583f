package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.suppression.SuppressionPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an observer of an import sees before, while and after its rows are read. */
class ImportPhasesIT {
  private static final ListWorld world = new ListWorld();

  private final List<ImportView> seen = new CopyOnWriteArrayList<>();
  private final AtomicLong told = new AtomicLong();

  /** Each look at it is a second later: whatever may be told is told. */
  private static final class Hasty extends Clock {
    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicLong seconds = new AtomicLong(BEGAN.getEpochSecond());

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Looks at the import after each step. */
  private final class Watched extends PassingLoads {
    private final ImportId id;

    Watched(ImportId id) {
      super(world.loads);
      this.id = id;
    }

    private CompletionStage<Boolean> look(CompletionStage<Boolean> step) {
      return step.thenApply(
          kept -> {
            seen.add(world.view(id));
            return kept;
          });
    }

    @Override
    public CompletionStage<Boolean> did(LoadFence fence, ImportPhase phase, long done) {
      return look(super.did(fence, phase, done));
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
      return look(super.append(fence, chunk));
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, SuppressionChunk chunk) {
      return look(super.append(fence, chunk));
    }

    @Override
    public CompletionStage<Boolean> loaded(LoadFence fence) {
      return look(super.loaded(fence));
    }
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void unpackingIsSeenBeforeThereAreRowsAndFinishingAfterwards() {
    var file = Packed.file(rows(20_000), Packed.Content.values()[0], FileWrapper.GZIP);

    var end = load(world.list("packed"), file, (tenant, list, id, published) -> done());

    assertThat(phases())
        .containsExactly(ImportPhase.PREPARING, ImportPhase.LOADING, ImportPhase.FINISHING);
    assertThat(amounts(ImportPhase.PREPARING)).isSorted().last().isNotEqualTo(0L);
    assertThat(amounts(ImportPhase.LOADING)).containsOnly(0L);
    assertThat(end.phase()).isNull();
    assertThat(end.accepted()).isEqualTo(20_000);
    assertThat(told.get()).as("times that observers were told").isGreaterThan(seen.size() / 2);
  }

  @Test
  void entriesInForceAreSeenWhileASuppressionListIsFinished() {
    var end =
        load(
            world.suppressionList("numbers", "DEVICE"),
            rows(100).getBytes(StandardCharsets.UTF_8),
            (tenant, list, id, published) -> {
              published.accept(40);
              Awaitility.await().until(() -> amounts(ImportPhase.FINISHING).contains(40L));
              return done();
            });

    assertThat(end.phase()).isNull();
    assertThat(end.phaseDone()).isZero();
  }

  private ImportView load(ListRef list, byte[] file, SuppressionPublisher publisher) {
    var id = world.submit(list, file, ImportOptions.USUAL);
    var ports =
        new LoadPorts(
            new Watched(id),
            world.staging,
            publisher,
            (kind, tenant, changed) -> told.incrementAndGet(),
            new Hasty(),
            LoadPorts.USUAL_UNPACKED,
            tenant -> CompletableFuture.completedFuture(List.of()),
            ListWorld.BUNDLED);
    assertThat(now(LoadRun.of(world.kit.system(), ports, world.begin(list, id))))
        .isEqualTo(LoadEnd.COMPLETED);
    return world.view(id);
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private List<ImportPhase> phases() {
    return seen.stream().map(ImportView::phase).distinct().toList();
  }

  private List<Long> amounts(ImportPhase phase) {
    return seen.stream().filter(v -> v.phase() == phase).map(ImportView::phaseDone).toList();
  }

  private static String rows(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(n -> "+1212" + (2_000_000 + n))
        .collect(Collectors.joining("\n", "phone\n", "\n"));
  }
}
