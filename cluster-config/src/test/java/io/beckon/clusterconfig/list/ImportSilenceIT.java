package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.ReadyFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Observers hear of an import while a step of it takes long, and nothing of a phase that is over.
 */
class ImportSilenceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ListWorld world = new ListWorld();

  private final AtomicLong told = new AtomicLong();

  @AfterAll
  static void down() {
    world.close();
  }

  /** The second chunk, and completing, take until observers have heard three times more. */
  private final class SlowLoads extends PassingLoads {
    private int chunks;

    SlowLoads(ImportLoads loads) {
      super(loads);
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
      return ++chunks == 2
          ? heard().thenCompose(yes -> super.append(fence, chunk))
          : super.append(fence, chunk);
    }

    @Override
    public CompletionStage<Boolean> complete(LoadFence fence) {
      return heard().thenCompose(yes -> super.complete(fence));
    }

    private CompletionStage<Void> heard() {
      long before = told.get();
      return CompletableFuture.runAsync(
          () -> Awaitility.await().atMost(PATIENCE).until(() -> told.get() >= before + 3));
    }
  }

  /** What the preparation did is written only when rows are being read. */
  private static final class LateLoads extends PassingLoads {
    final CompletableFuture<Boolean> wrote = new CompletableFuture<>();

    LateLoads(ImportLoads loads) {
      super(loads);
    }

    @Override
    public CompletionStage<Boolean> did(LoadFence fence, ImportPhase phase, long done) {
      return wrote;
    }

    @Override
    public CompletionStage<Boolean> format(LoadFence fence, ReadyFile file) {
      return super.format(fence, file)
          .thenCompose(
              kept ->
                  loads
                      .did(fence, ImportPhase.PREPARING, 77)
                      .thenApply(
                          written -> {
                            wrote.complete(written);
                            return kept;
                          }));
    }
  }

  @Test
  void observersHearWhileAChunkAndTheCompletionTakeLong() {
    var list = world.list("slow");
    var id = world.submit(list, rows(12_000).getBytes(StandardCharsets.UTF_8), ImportOptions.USUAL);

    assertThat(load(new SlowLoads(world.loads), world.begin(list, id)))
        .isEqualTo(LoadEnd.COMPLETED);
    assertThat(world.view(id).accepted()).isEqualTo(12_000);
  }

  @Test
  void whatIsWrittenOfAPhaseThatIsOverChangesNothing() {
    var list = world.list("late");
    var file = Packed.file(rows(20_000), Packed.Content.values()[0], FileWrapper.GZIP);
    ImportId id = world.submit(list, file, ImportOptions.USUAL);
    var late = new LateLoads(world.loads);

    assertThat(load(late, world.begin(list, id))).isEqualTo(LoadEnd.COMPLETED);
    assertThat(late.wrote.join()).as("written after its phase").isFalse();
    assertThat(world.view(id).phaseDone()).isZero();
  }

  private LoadEnd load(ImportLoads through, LoadFence fence) {
    var ports =
        new LoadPorts(
            through,
            world.staging,
            (tenant, list, published, done) -> CompletableFuture.completedFuture(null),
            (kind, tenant, changed) -> told.incrementAndGet(),
            world.clock,
            LoadPorts.USUAL_UNPACKED,
            tenant -> CompletableFuture.completedFuture(List.of()),
            ListWorld.BUNDLED);
    return now(LoadRun.of(world.kit.system(), ports, fence));
  }

  private static String rows(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(n -> "+1212" + (2_000_000 + n))
        .collect(Collectors.joining("\n", "phone\n", "\n"));
  }
}
