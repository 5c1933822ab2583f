package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.list.LoadEnd;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.LoadFence;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImportMemoryIT {
  private static final int ROWS = 100_000;
  private static final int ROWS_IN_A_BLOCK = 1_000;
  private static final int BYTES_IN_A_ROW = 700;
  private static final int MIB = 1 << 20;

  /** Some 50 bytes a row: whoever keeps something of every row keeps more. */
  private static final long MAY_GROW = 5L * MIB;

  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void aLoadKeepsNothingOfWhatItHasRead() {
    var list = world.list("large");
    var id = world.submit(list, file(), ImportOptions.USUAL);
    var weighing = new WeighingLoads(world.loads);

    assertThat(now(world.run(world.begin(list, id), weighing))).isEqualTo(LoadEnd.COMPLETED);

    var view = world.view(id);
    assertThat(view.accepted()).isEqualTo(ROWS);
    assertThat(view.bytesTotal()).isGreaterThan((long) ROWS * BYTES_IN_A_ROW);
    assertThat(weighing.used).hasSizeGreaterThan(4);
    var early = weighing.used.get(1);
    var late = weighing.used.get(weighing.used.size() - 1);
    assertThat(late - early)
        .as("heap in use, MiB: %s", weighing.used.stream().map(u -> u / MIB).toList())
        .isLessThan(MAY_GROW);
  }

  private static Source<ByteString, NotUsed> file() {
    var header = ByteString.fromString("phone,first name,note\n");
    var blocks = Source.range(0, ROWS / ROWS_IN_A_BLOCK - 1).map(ImportMemoryIT::block);
    return Source.single(header).concat(blocks);
  }

  private static ByteString block(int n) {
    return ByteString.fromString(
        IntStream.range(n * ROWS_IN_A_BLOCK, (n + 1) * ROWS_IN_A_BLOCK)
            .mapToObj(i -> "202%07d,Ann,%s%n".formatted(2_000_000 + i, "x".repeat(BYTES_IN_A_ROW)))
            .collect(Collectors.joining()));
  }

  /** Weighs what is in use, garbage aside, at every eighth chunk. */
  private static final class WeighingLoads extends PassingLoads {
    final List<Long> used = new ArrayList<>();
    private int chunks;

    WeighingLoads(ImportLoads loads) {
      super(loads);
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
      if (chunks++ % 8 == 0) {
        System.gc();
        used.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      }
      return super.append(fence, chunk);
    }
  }
}
