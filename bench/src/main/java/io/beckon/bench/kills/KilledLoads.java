package io.beckon.bench.kills;

import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Loads files with loaders of their own, which are killed at moments that are drawn at random over
 * the time an undisturbed load takes; what is loaded in the end is compared with what that brought.
 */
final class KilledLoads {
  private static final int BEFORE = 1;
  private static final int NOW = 2;

  private final LoadingWorld world;
  private final PgpKey key;
  private final Random random;
  private final int rows;
  private int lists;

  /** A loader was killed after so long, when so much of its file was in the database. */
  record Kill(Trial trial, double seconds, long rowsRead, long rowsOfFile, String phase) {}

  /**
   * What came of it.
   *
   * @param different rows that only one of the disturbed and the undisturbed load has
   * @param compared rows of all disturbed loads
   */
  record Outcome(List<Kill> kills, long different, long compared) {}

  private record Undisturbed(Contents contents, double seconds, long rowsRead) {}

  KilledLoads(LoadingWorld world, long seed, int rows) throws IOException {
    this.world = world;
    this.key = PgpKey.in(world);
    this.random = new Random(seed);
    this.rows = rows;
  }

  Outcome kill(int kills) throws Exception {
    List<Kill> done = new ArrayList<>();
    long different = 0;
    long compared = 0;
    var dealt = dealt(kills, random);
    for (var trial : Trial.values()) {
      int due = Collections.frequency(dealt, trial);
      if (due == 0) {
        continue;
      }
      var expected = undisturbed(trial);
      while (due > 0) {
        List<Kill> here = new ArrayList<>();
        var contents = disturbed(trial, due, expected, here);
        due -= here.size();
        done.addAll(here);
        different += expected.contents().differences(contents);
        compared += contents.size();
      }
    }
    return new Outcome(done, different, compared);
  }

  /** Every other kill is of a plain file that is appended, the rest of everything else in turn. */
  static List<Trial> dealt(int kills, Random random) {
    var others = new ArrayList<>(List.of(Trial.values()));
    others.remove(Trial.APPEND);
    Collections.shuffle(others, random);
    List<Trial> dealt = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      dealt.add(i % 2 == 0 ? Trial.APPEND : others.get(i / 2 % others.size()));
    }
    return dealt;
  }

  private Undisturbed undisturbed(Trial trial) throws Exception {
    var list = list(trial);
    var id = submit(trial, list, NOW);
    double seconds = LoaderJvm.start(world, world.begin(list, id), key.secret()).completed();
    var view = world.view(id);
    requireCompleted(view);
    return new Undisturbed(new Contents(world, list, id), seconds, view.rowsRead());
  }

  /** One load, killed until it is through or has been killed often enough. */
  private Contents disturbed(Trial trial, int most, Undisturbed expected, List<Kill> kills)
      throws Exception {
    var list = list(trial);
    var id = submit(trial, list, NOW);
    boolean killed = true;
    while (killed) {
      var loader = LoaderJvm.start(world, world.begin(list, id), key.secret());
      if (kills.size() == most) {
        loader.completed();
        break;
      }
      double left = 1 - world.view(id).rowsRead() / (double) expected.rowsRead();
      double moment = random.nextDouble() * expected.seconds() * Math.max(0.1, left);
      killed = loader.killedAfter(moment);
      if (killed) {
        kills.add(kill(trial, moment, world.view(id), expected.rowsRead()));
      }
    }
    requireCompleted(world.view(id));
    return new Contents(world, list, id);
  }

  private static Kill kill(Trial trial, double seconds, ImportView view, long rowsOfFile) {
    return new Kill(trial, seconds, view.rowsRead(), rowsOfFile, String.valueOf(view.phase()));
  }

  private static void requireCompleted(ImportView view) {
    if (view.state() != ImportState.COMPLETED) {
      throw new IllegalStateException("A load that nobody stopped any more is " + view + ".");
    }
  }

  private ListRef list(Trial trial) throws Exception {
    var name = trial + " " + lists++;
    var list =
        switch (trial.kind()) {
          case SUPPRESSION -> world.suppressionList(name);
          default -> world.list(name);
        };
    if (trial.hasPredecessor()) {
      var id = submit(Trial.APPEND, list, BEFORE);
      LoaderJvm.start(world, world.begin(list, id), key.secret()).completed();
    }
    return list;
  }

  private ImportId submit(Trial trial, ListRef list, int seed) throws IOException {
    Path file = world.folder().resolve("people");
    Files.write(file, trial.file(rows, seed, world, key));
    return world.submit(file, list, trial.options());
  }
}
