package io.beckon.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.bench.ingest.LoadingWorld;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loaders killed (SIGKILL) at random moments; {@code bin/bench kills} kills more of them. */
class KilledLoadsIT {
  private static final int KILLS = 3;
  private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);

  @Test
  void whatIsLoadedInTheEndIsWhatAnUndisturbedLoadBrings() throws Exception {
    try (var world = new LoadingWorld("kills")) {
      var outcome = new KilledLoads(world, SEED, 20_000).kill(KILLS);
      var seed = "-Dseed=" + SEED + " " + outcome.kills();
      assertThat(outcome.kills()).as(seed).hasSize(KILLS);
      assertThat(outcome.compared()).as(seed).isGreaterThan(20_000);
      assertThat(outcome.different()).as(seed).isZero();
    }
  }

  @Test
  void twentyKillsAreOfEveryKindOfLoad() {
    IntStream.range(0, 100)
        .mapToObj(seed -> KilledLoads.dealt(20, new Random(seed)))
        .forEach(
            dealt -> {
              assertThat(dealt).hasSize(20).contains(Trial.values());
              assertThat(Collections.frequency(dealt, Trial.APPEND)).isEqualTo(10);
            });
  }

  @Test
  void oneRowMoreOrLessIsSeen() throws Exception {
    try (var world = new LoadingWorld("contents")) {
      var whole = loaded(world, "whole", Trial.people(500, 3));
      assertThat(whole.differences(loaded(world, "same", Trial.people(500, 3)))).isZero();
      var other = Trial.people(500, 3).replaceFirst("Ann", "Eve");
      assertThat(whole.differences(loaded(world, "other", other))).isEqualTo(2);
    }
  }

  private static Contents loaded(LoadingWorld world, String name, String text) throws Exception {
    var file = Files.writeString(world.folder().resolve(name), text);
    var list = world.list(name);
    var id = world.submit(file, list, Trial.APPEND.options());
    var key = PgpKey.in(world);
    LoaderJvm.start(world, world.begin(list, id), key.secret()).completed();
    return new Contents(world, list, id);
  }
}
