package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A loader that stands still (SIGSTOP) for a minute, while another one does its work. */
class SleepingLoaderIT {
  private static final int ROWS = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration SLEEP = Duration.ofMinutes(1);
  private static final ListWorld world = new ListWorld();

  /** What the outside sees of a load. */
  private record Loaded(List<Long> counts, List<String> rows, List<String> issues) {}

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void aLoaderThatSleptForAMinuteWritesNothingBesideItsSuccessor() throws Exception {
    var file = file(ROWS);
    var awake = world.list("awake");
    var whole = loaded(awake, world.load(awake, file).id());
    var list = world.list("slept");
    var id = world.submit(list, Packed.file(file, Packed.Content.CSV, null), ImportOptions.USUAL);
    var sleeper = LoaderProcess.start(world, world.begin(list, id));
    awaitRows(id, ROWS / 3, sleeper);
    signal("STOP", sleeper);
    long asleep = System.nanoTime();
    var successor = LoaderProcess.start(world, world.begin(list, id));
    assertThat(successor.waitFor()).isZero();
    assertThat(loaded(list, id)).isEqualTo(whole);

    var left = SLEEP.minusNanos(System.nanoTime() - asleep);
    await().atMost(PATIENCE).pollDelay(left.isNegative() ? Duration.ZERO : left).until(() -> true);
    signal("CONT", sleeper);

    assertThat(sleeper.waitFor()).as("it has lost the import").isEqualTo(1);
    assertThat(loaded(list, id)).isEqualTo(whole);
  }

  /** Fails at once when the loader has ended before. */
  private static void awaitRows(ImportId id, long rows, Process loader) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> world.view(id).rowsRead() >= rows || !loader.isAlive());
    assertThat(loader.isAlive()).isTrue();
  }

  private static void signal(String name, Process process) throws Exception {
    var command = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
    assertThat(command.start().waitFor()).isZero();
  }

  private static Loaded loaded(ListRef list, ImportId id) {
    var view = world.view(id);
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    var counts =
        List.of(
            view.rowsRead(), view.accepted(), view.duplicates(), view.rejected(), view.warnings());
    var issues = world.issues(view, false).stream().map(Object::toString).toList();
    return new Loaded(counts, world.rows(list), issues);
  }

  private static String file(int rows) {
    var random = new Random(5);
    var text = new StringBuilder("phone,mobile,client id,first name,note\n");
    for (int i = 0; i < rows; i++) {
      int number = random.nextInt(rows * 3);
      text.append(number % 60 == 0 ? "n/a" : "+1202%07d".formatted(2_000_000 + number));
      text.append(i % 3 == 0 ? ",,C" : ",+1305%07d,C".formatted(2_000_000 + i)).append(i);
      text.append(i % 7 == 0 ? ",Zoë,\"two\nlines\"\n" : ",Ann,\n");
    }
    return text.toString();
  }
}
