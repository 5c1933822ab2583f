package io.beckon.bench.ingest;

import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.HeapPeak;
import io.beckon.bench.Held;
import io.beckon.bench.Results;
import io.beckon.protocol.list.ListRef;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads one file with the loader of a node and a durable PostgreSQL beside it, then copies the same
 * cooked rows into a list of its own: {@code --rows N}, five million by default, as customers send
 * them, or clean ones ({@code --shape plain}). Fails when it is slower than half of COPY, takes
 * more heap than 512 MB, or tells observers nothing for more than a second.
 */
public final class IngestBench implements Bench {
  private static final double LEAST_RATIO = 0.5;
  private static final double MOST_HEAP_MB = 512;
  private static final double MOST_SILENCE_S = 1;

  @Override
  public String purpose() {
    return "rows loaded a second from a file, beside COPY of the same rows (--rows, --shape plain)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int rows = Integer.parseInt(option(arguments, "--rows", "5000000"));
    boolean messy = option(arguments, "--shape", "messy").equals("messy");
    try (var world = new LoadingWorld("ingest")) {
      var file = world.folder().resolve("contacts.csv");
      var expected = messy ? MessyFile.write(file, rows, 1) : ContactFile.write(file, rows, 1);
      return measure(world, file, expected, results);
    }
  }

  private static boolean measure(LoadingWorld world, Path file, Expected expected, Results results)
      throws Exception {
    var loaded = world.list("loaded");
    var heap = HeapPeak.watch();
    var gap = new ProgressGap(() -> world.shown(loaded));
    var view = world.load(file, loaded, LoadingWorld.UNTOLD, gap::begun);
    double peak = heap.megabytes();
    System.err.println(gap.where());
    var copied = world.list("copied");
    double seconds = BareCopy.seconds(world.database(), loaded, copied, world.folder());
    results.metric("rows_per_s", view.rowsPerSecond(), "rows/s", expected.rows() / seconds);
    results.metric("peak_heap_mb", peak, "MB");
    results.metric("progress_gap_s", gap.silence(), "s");
    results.metric("standstill_s", gap.standstill(), "s");
    results.metric("bytes_per_contact", bytes(world, loaded) / view.accepted(), "bytes");
    var found = new Expected(view.accepted(), view.rejected(), view.duplicates());
    return new Held("ingest", System.err)
        .right("what became of the rows", expected.equals(found))
        .atLeast("ratio to COPY", view.rowsPerSecond() * seconds / expected.rows(), LEAST_RATIO)
        .atMost("peak heap in MB", peak, MOST_HEAP_MB)
        .atMost("progress gap in seconds", gap.silence(), MOST_SILENCE_S)
        .all();
  }

  private static double bytes(LoadingWorld world, ListRef list) {
    return world.bytes(List.of("contact_" + list.listId(), "device_" + list.listId()));
  }
}
