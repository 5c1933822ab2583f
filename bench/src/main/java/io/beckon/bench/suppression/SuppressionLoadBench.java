package io.beckon.bench.suppression;

import static io.beckon.bench.ingest.LoadingWorld.now;
import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.HeapPeak;
import io.beckon.bench.Held;
import io.beckon.bench.Results;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.compliance.RedisMaster;
import io.beckon.persistence.compliance.RedisMirror;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.persistence.suppression.PostgresSuppressionLists;
import io.beckon.persistence.suppression.RedisSuppressionPublisher;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Loads {@code --numbers} (ten million) in random order into a suppression list, from the file to
 * where checks see them: PostgreSQL and then Redis. The limit is {@code COPY} of the same entries
 * into the same table. Fails when an entry is lost or the load takes more heap than 512 MB.
 */
public final class SuppressionLoadBench implements Bench {
  private static final List<String> AREAS =
      List.of("201", "202", "212", "213", "305", "312", "404", "415", "512", "602", "617", "713");

  private static final double MOST_HEAP_MB = 512;

  /** Of one area code: exchanges 200 to 899. */
  private static final int AREA = 7_000_000;

  /** Coprime to all numbers of all area codes: goes through them without meeting one twice. */
  private static final long STEP = 48_611_111;

  private static final String ENTRY = "suppression_entry (list_id, value, tenant_id)";

  @Override
  public String purpose() {
    return "suppressed numbers loaded a second, until checks see them, beside COPY (--numbers)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int numbers = Integer.parseInt(option(arguments, "--numbers", "10000000"));
    try (var world = new LoadingWorld("suppression-load")) {
      var file = write(world.folder().resolve("numbers.csv"), numbers);
      try (var redis =
          RedisMaster.start(RedisURI.create(world.services().redisUrl()), world.database())) {
        now(redis.firstLink());
        var mirror = new RedisMirror(redis);
        try (var outbox = new RedisOutbox(world.database(), mirror).start()) {
          return measure(world, new Served(redis, mirror, outbox), file, results);
        }
      }
    }
  }

  /** The index that checks look at. */
  private record Served(RedisMaster redis, RedisMirror mirror, RedisOutbox outbox) {}

  private static boolean measure(LoadingWorld world, Served served, Path file, Results results)
      throws Exception {
    var list = list(world, served, "loaded");
    var publisher =
        new RedisSuppressionPublisher(world.database(), served.outbox(), served.mirror());
    var heap = HeapPeak.watch();
    var view = world.load(file, list, publisher, () -> (kind, tenant, id) -> {});
    double peak = heap.megabytes();
    long entries = view.accepted();
    double table = world.bytes(List.of("suppression_entry")) / entries;
    double copied = copy(world, list, list(world, served, "copied"));
    results.metric("entries_per_s", view.rowsPerSecond(), "entries/s", entries / copied);
    results.metric("peak_heap_mb", peak, "MB");
    results.metric("bytes_per_entry", table, "bytes");
    return new Held("suppression-load", System.err)
        .right("what became of the rows", view.rejected() == 0 && entries == view.rowsRead())
        .atMost("peak heap in MB", peak, MOST_HEAP_MB)
        .all();
  }

  private static ListRef list(LoadingWorld world, Served served, String name) {
    var settings =
        JsonColumn.read(
            """
            {"name":"%s","type":"DEVICE","channels":["VOICE"],"required":true,
             "retention":"PERMANENT"}\
            """
                .formatted(name),
            SuppressionListSettings.class);
    var lists = new PostgresSuppressionLists(world.database(), served.outbox(), world.clock());
    var id = now(lists.create(LoadingWorld.TENANT, settings)).id();
    return new ListRef(LoadingWorld.TENANT, ImportKind.SUPPRESSION, id.value());
  }

  private static double copy(LoadingWorld world, ListRef from, ListRef into) throws Exception {
    var file = world.folder().resolve("entries.copy");
    return world
        .database()
        .jdbi()
        .withHandle(
            handle -> {
              var copy = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
              try (var out = Files.newOutputStream(file)) {
                copy.copyOut(
                    "COPY (SELECT %d, value, tenant_id FROM suppression_entry WHERE list_id = %d)"
                            .formatted(into.listId(), from.listId())
                        + " TO STDOUT",
                    out);
              }
              world.checkpoint();
              long began = System.nanoTime();
              try (var in = Files.newInputStream(file)) {
                copy.copyIn("COPY " + ENTRY + " FROM STDIN", in, 1 << 20);
              }
              return (System.nanoTime() - began) / 1e9;
            });
  }

  private static Path write(Path file, int numbers) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("phone\n");
      int written = 0;
      for (long n = 0; written < numbers; n++) {
        long at = n * STEP % ((long) AREAS.size() * AREA);
        long local = 2_000_000 + at % AREA;
        if (isInUse(local)) {
          out.write("+1" + AREAS.get((int) (at / AREA)) + local + "\n");
          written++;
        }
      }
    }
    return file;
  }

  /** Exchanges like 411 and 555 have no numbers of people. */
  private static boolean isInUse(long local) {
    return local / 10_000 % 100 != 11 && local / 10_000 != 555;
  }
}
