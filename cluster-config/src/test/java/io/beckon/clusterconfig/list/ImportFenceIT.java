package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.list.LoadEnd;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.LoadFence;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImportFenceIT {
  private static final ListWorld world = new ListWorld();

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void goesOnExactlyWhereAKilledLoaderStopped() {
    var file = messyFile(22_000);
    var undisturbed = world.list("undisturbed");
    var expected = world.load(undisturbed, file, ImportOptions.USUAL);
    var list = world.list("killed");
    var id = world.submit(list, file, ImportOptions.USUAL);
    for (int chunks = 1; chunks <= 3; chunks++) {
      var dying = new DyingLoads(world.loads, chunks == 2 ? 0 : 1);
      assertThat(world.run(world.begin(list, id), dying).toCompletableFuture())
          .failsWithin(java.time.Duration.ofSeconds(30));
      assertThat(world.view(id).state()).isEqualTo(ImportState.RUNNING);
    }
    assertThat(world.view(id).rowsRead()).isBetween(1L, expected.rowsRead() - 1);
    assertThat(now(world.run(world.begin(list, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    var view = world.view(id);
    assertThat(view.rowsRead()).isEqualTo(expected.rowsRead());
    assertThat(view.accepted()).isEqualTo(expected.accepted());
    assertThat(view.rejected()).isEqualTo(expected.rejected());
    assertThat(view.duplicates()).isEqualTo(expected.duplicates());
    assertThat(view.warnings()).isEqualTo(expected.warnings());
    assertThat(world.rows(list)).isEqualTo(world.rows(undisturbed));
    assertThat(world.issues(view, false)).isEqualTo(world.issues(expected, false));
  }

  @Test
  void aLoaderThatWakesUpBesideItsSuccessorWritesNothing() {
    var file = messyFile(12_000);
    var undisturbed = world.list("alone");
    world.load(undisturbed, file, ImportOptions.USUAL);
    var list = world.list("paused");
    var id = world.submit(list, file, ImportOptions.USUAL);
    var paused = new PausedLoads(world.loads);
    var first = world.run(world.begin(list, id), paused).toCompletableFuture();
    Awaitility.await().until(() -> paused.waiting);
    var second = world.run(world.begin(list, id), world.loads).toCompletableFuture();
    paused.go.complete(null);
    assertThat(now(first)).isEqualTo(LoadEnd.LOST);
    assertThat(now(second)).isEqualTo(LoadEnd.COMPLETED);
    assertThat(world.rows(list)).isEqualTo(world.rows(undisturbed));
  }

  @Test
  void nothingStaysOfACancelledImport() {
    var list = world.list("cancelled");
    world.load(list, "phone\n2025559999\n");
    var id = world.submit(list, messyFile(12_000), ImportOptions.USUAL);
    var paused = new PausedLoads(world.loads);
    var load = world.run(world.begin(list, id), paused).toCompletableFuture();
    Awaitility.await().until(() -> paused.waiting);
    assertThat(now(world.imports.cancel(ListWorld.TENANT, id)).state())
        .isEqualTo(ImportState.CANCELLED);
    paused.go.complete(null);
    assertThat(now(load)).isEqualTo(LoadEnd.LOST);
    assertThat(world.rows(list)).hasSize(1);
    assertThat(world.issues(world.view(id), false)).isEmpty();
    assertThat(now(world.imports.begin(id))).isEmpty();
  }

  private static byte[] messyFile(int rows) {
    var random = new Random(3);
    var text = new StringBuilder("phone,mobile,first name,note\r\n");
    for (int i = 0; i < rows; i++) {
      int number = random.nextInt(rows * 2);
      var phone = number % 50 == 0 ? "12" : "202%07d".formatted(2_000_000 + number);
      text.append(phone).append(',').append(number % 7 == 0 ? "x" : "").append(',');
      text.append(number % 11 == 0 ? "\"A\r\n\"\"B\"\"\"" : "Ann").append(",\"n, ").append(i);
      text.append("\"\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Stops after its first chunk until it is told to go. */
  private static final class PausedLoads extends PassingLoads {
    final CompletableFuture<Void> go = new CompletableFuture<>();
    volatile boolean waiting;
    private int appended;

    PausedLoads(ImportLoads loads) {
      super(loads);
    }

    @Override
    public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
      if (appended++ == 0) {
        return super.append(fence, chunk);
      }
      waiting = true;
      return go.thenCompose(now -> super.append(fence, chunk));
    }
  }
}
