package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/**
 * Loaders are killed (SIGKILL) and stopped (SIGSTOP) at random points; what is loaded in the end is
 * what an undisturbed load brings. {@code -Dkills=20} kills more often than the three of a usual
 * run. Side by side: one of them sleeps for a minute.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledLoadIT {
  private static final int ROWS = 90_000;
  private static final int ROWS_OF_SLEEPER = 30_000;
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration SLEEP = Duration.ofMinutes(1);
  private static final ListWorld world = new ListWorld();
  private static final String file = file(ROWS);
  private static final Random random = new Random(11);
  private static Loaded expected;

  /** What the outside sees of a load. */
  private record Loaded(List<Long> counts, List<String> rows, List<String> issues) {}

  @BeforeAll
  static void undisturbed() {
    var list = world.list("undisturbed");
    expected = loaded(list, world.load(list, file).id());
    assertThat(expected.issues()).isNotEmpty();
  }

  @AfterAll
  static void down() {
    world.close();
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(names = "GZIP")
  void goesOnWhereItWasKilled(FileWrapper wrapper) throws Exception {
    var list = world.list("killed " + wrapper);
    var id =
        world.submit(list, Packed.file(file, Packed.Content.CSV, wrapper), ImportOptions.USUAL);
    for (int kill = 1; kill <= KILLS; kill++) {
      var loader = LoaderProcess.start(world, world.begin(list, id));
      awaitRows(id, (long) ROWS * kill / (KILLS + 1), loader);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
      loader.destroyForcibly().waitFor();
      assertThat(world.view(id).state()).isEqualTo(ImportState.RUNNING);
    }
    var last = LoaderProcess.start(world, world.begin(list, id));
    assertThat(last.waitFor()).isZero();
    assertThat(loaded(list, id)).isEqualTo(expected);
  }

  @Test
  void aLoaderThatSleptForAMinuteWritesNothingBesideItsSuccessor() throws Exception {
    var fewer = file(ROWS_OF_SLEEPER);
    var awake = world.list("awake");
    var whole = loaded(awake, world.load(awake, fewer).id());
    var list = world.list("slept");
    var id = world.submit(list, Packed.file(fewer, Packed.Content.CSV, null), ImportOptions.USUAL);
    var sleeper = LoaderProcess.start(world, world.begin(list, id));
    awaitRows(id, ROWS_OF_SLEEPER / 3, sleeper);
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
