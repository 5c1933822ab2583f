package io.beckon.bench.ingest;

import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.HeapPeak;
import io.beckon.bench.Results;
import io.beckon.protocol.list.ListRef;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads one file with the loader of a node and a durable PostgreSQL beside it, then copies the same
 * cooked rows into a list of its own: {@code --rows N}, a million by default; {@code --shape messy}
 * takes rows as customers send them instead of clean ones.
 */
public final class IngestBench implements Bench {
  @Override
  public String purpose() {
    return "rows loaded a second from a file, beside COPY of the same rows (--rows, --shape messy)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int rows = Integer.parseInt(option(arguments, "--rows", "1000000"));
    boolean messy = option(arguments, "--shape", "plain").equals("messy");
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
    return expected.equals(new Expected(view.accepted(), view.rejected(), view.duplicates()));
  }

  private static double bytes(LoadingWorld world, ListRef list) {
    return world.bytes(List.of("contact_" + list.listId(), "device_" + list.listId()));
  }
}
