package io.beckon.bench.suppression;

import static io.beckon.bench.ingest.LoadingWorld.now;
import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.HeapPeak;
import io.beckon.bench.Results;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.persistence.compliance.RedisMaster;
import io.beckon.persistence.compliance.RedisMirror;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.persistence.registry.PostgresRegistries;
import io.beckon.persistence.registry.RegistryShelf;
import io.beckon.persistence.registry.RegistrySwitch;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.registry.Registries.NewLoad;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryLookup.Answer;
import io.beckon.protocol.registry.RegistrySettings;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import io.beckon.protocol.registry.RegistryVersion.State;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Loads a registry of {@code --numbers} (10 million) random numbers from its file until a node has
 * it mapped and in force, and looks numbers up in it. They are spread over {@code --areas} (800,
 * all there can be) area codes: the fewer, the fewer bytes a number takes. The limit of bytes is
 * what information theory says any set of so many of so many numbers takes.
 */
public final class SuppressionBench implements Bench {
  private static final Principal WHO =
      new Principal(LoadingWorld.TENANT, "bench", Set.of(Role.ADMIN));
  private static final int AREA = 10_000_000;
  private static final int LOOKS = 2_000_000;
  private static final int SEED = 4;
  private static final double LN2 = Math.log(2);

  @Override
  public String purpose() {
    return "a national registry: bytes a number, load, look-up (--numbers, --areas)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    var size =
        new Size(
            Integer.parseInt(option(arguments, "--numbers", "10000000")),
            Integer.parseInt(option(arguments, "--areas", "800")));
    try (var world = new LoadingWorld("suppression");
        var redis =
            RedisMaster.start(RedisURI.create(world.services().redisUrl()), world.database())) {
      now(redis.firstLink());
      try (var outbox = new RedisOutbox(world.database(), new RedisMirror(redis)).start()) {
        return measure(world, outbox, size, results);
      }
    }
  }

  /** How many random numbers of how many area codes. */
  private record Size(int numbers, int areas) {
    SplittableRandom random() {
      return new SplittableRandom(SEED);
    }

    long next(SplittableRandom random) {
      long at = random.nextLong((long) areas * AREA);
      return (200 + at / AREA) * AREA + at % AREA;
    }

    /** Bytes a number: log2 of how many such sets there are, by Stirling. */
    double least(long distinct) {
      double share = distinct / ((double) areas * AREA);
      double bits = -Math.log(share) - (1 - share) / share * Math.log1p(-share);
      return bits / LN2 / 8;
    }
  }

  private static boolean measure(LoadingWorld world, RedisOutbox outbox, Size size, Results results)
      throws Exception {
    Path folder = Files.createDirectories(world.folder().resolve("registries"));
    Path file = write(folder.resolve("registry.txt"), size);
    try (var registries = new PostgresRegistries(world.database(), folder, world.clock());
        var shelf = new RegistryShelf(world.database(), folder, "bench").start()) {
      var id = now(registries.create(WHO, new RegistrySettings("bench", "US", null))).id();
      var heap = HeapPeak.watch();
      long began = System.nanoTime();
      var switching = new RegistrySwitch(world.database(), outbox, world.clock());
      var version = load(registries, switching, id, file);
      double seconds = (System.nanoTime() - began) / 1e9;
      double peak = heap.megabytes();
      double least = size.least(version.numbers());
      results.metric("numbers", version.numbers(), "numbers");
      results.metric("bytes_per_number", bytes(world) / version.numbers(), "bytes", least);
      results.metric("load_numbers_per_s", size.numbers() / seconds, "numbers/s");
      results.metric("load_s", seconds, "s");
      results.metric("load_peak_heap_mb", peak, "MB");
      return looks(shelf, id, version.version(), size, results);
    }
  }

  private static RegistryVersion load(
      PostgresRegistries registries, RegistrySwitch switching, RegistryId id, Path file)
      throws InterruptedException {
    var today = LocalDate.now(ZoneOffset.UTC);
    int version =
        now(registries.load(WHO, id, new NewLoad(Kind.FULL, today, "bench", file, 0, false)))
            .version();
    while (true) {
      now(switching.step());
      var loaded = now(registries.version(LoadingWorld.TENANT, id, version)).orElseThrow();
      if (loaded.state() == State.FAILED) {
        throw new IllegalStateException("not loaded: " + loaded.error());
      }
      if (loaded.state() == State.IN_FORCE) {
        return loaded;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static double bytes(LoadingWorld world) {
    return world
        .database()
        .jdbi()
        .withHandle(
            h -> h.createQuery("SELECT sum(bytes) FROM registry_blob").mapTo(Double.class).one());
  }

  /** Every second number is registered; each look is timed by itself. */
  private static boolean looks(
      RegistryShelf shelf, RegistryId id, int version, Size size, Results results) {
    Device[] asked = new Device[1 << 16];
    var registered = size.random();
    var any = new SplittableRandom(SEED + 1);
    for (int i = 0; i < asked.length; i++) {
      asked[i] = new Device("+1" + size.next(i % 2 == 0 ? registered : any));
    }
    long[] nanos = new long[LOOKS];
    boolean right = true;
    for (int i = -LOOKS; i < LOOKS; i++) {
      int at = i & asked.length - 1;
      long began = System.nanoTime();
      var answer = shelf.look(id, version, asked[at]);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - began;
      }
      right &= at % 2 != 0 || answer == Answer.REGISTERED;
    }
    Arrays.sort(nanos);
    results.metric("p50_us", nanos[LOOKS / 2] / 1e3, "us");
    results.metric("p99_us", nanos[(int) (LOOKS * 0.99)] / 1e3, "us");
    return right;
  }

  private static Path write(Path file, Size size) throws IOException {
    var random = size.random();
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < size.numbers(); i++) {
        out.write((size.next(random) + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    return file;
  }
}
