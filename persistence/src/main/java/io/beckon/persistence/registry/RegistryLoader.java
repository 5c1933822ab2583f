package io.beckon.persistence.registry;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.registry.Registries.NewLoad;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import io.beckon.protocol.registry.RegistryVersion.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a version of a registry out of a file, one after the other, in memory that does not grow
 * with the file. While it lives it beats; a load whose beats end is given up by {@link
 * RegistrySwitch}, and cannot be finished after that.
 */
final class RegistryLoader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RegistryLoader.class);
  private static final long BEAT_SECONDS = 5;

  private final Database database;
  private final BlobStore blobs;
  private final Path folder;
  private final UUID id = UUID.randomUUID();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(thread("loader"));
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(thread("beat"));

  /** A load that was begun. */
  record Begun(BlobStore.Owner owner, String country, NewLoad load) {}

  private record Outcome(RegistryBlobs blobs, long numbers) {}

  RegistryLoader(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.blobs = new BlobStore(database, folder);
    beats.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  private static java.util.concurrent.ThreadFactory thread(String name) {
    return work -> {
      var thread = new Thread(work, "registry-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  UUID id() {
    return id;
  }

  void begin(Begun begun) {
    worker.execute(() -> run(begun));
  }

  private void beat() {
    try {
      database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "UPDATE registry_version SET beat_at = now() WHERE loader = ?"
                          + " AND state = 'LOADING'",
                      id));
    } catch (RuntimeException e) {
      log.debug("registry-beat=missed cause=\"{}\"", e.toString());
    }
  }

  private void run(Begun begun) {
    Path own = null;
    try {
      own = Files.createTempDirectory(folder, "load");
      ready(begun.owner(), load(begun, own));
    } catch (LoadedNumbers.BadFileException e) {
      failed(begun.owner(), e.problem());
    } catch (IOException | RuntimeException e) {
      log.warn("registry-load=failed registry={}", begun.owner().registry(), e);
      failed(begun.owner(), notKept(e));
    } finally {
      remove(own);
      remove(begun.load().file());
    }
  }

  private static Problem notKept(Exception e) {
    return new Problem(
        "NOT_LOADED",
        "The file could not be read to its end and kept: " + e.getClass().getSimpleName() + ".",
        "Look into the node's log, check its disk and PostgreSQL, and load the file again;"
            + " what was in force still is.");
  }

  private Outcome load(Begun begun, Path own) throws IOException {
    var owner = begun.owner();
    boolean delta = begun.load().kind() == Kind.DELTA;
    var numbers =
        new LoadedNumbers(
            begun.country(),
            begun.load().tolerate(),
            (lines, unreadable) -> progress(owner, lines, unreadable));
    var sorted = numbers.sort(begun.load().file(), own, delta);
    return delta ? changed(owner, own, sorted) : replaced(begun, sorted);
  }

  private Outcome replaced(Begun begun, LoadedNumbers.Sorted sorted) throws IOException {
    long numbers = sorted.added().numbers();
    long before = inForce(begun.owner(), "numbers", Long.class, 0L);
    if (numbers == 0 || numbers < before / 2 && !begun.load().shrink()) {
      throw new LoadedNumbers.BadFileException(
          new Problem(
              "TOO_SMALL",
              "The file holds " + numbers + " numbers; in force are " + before + ".",
              numbers == 0
                  ? "Check that it is the whole registry; an empty one is never taken."
                  : "Check that it is the whole registry; if it is, load it with shrink."));
    }
    long base = blobs.keep(begun.owner(), sorted.addedFile());
    return new Outcome(new RegistryBlobs(base, null, null), numbers);
  }

  /** Changes since the base are kept as one change, however many files they came in. */
  private Outcome changed(BlobStore.Owner owner, Path own, LoadedNumbers.Sorted sorted)
      throws IOException {
    RegistryBlobs before = inForceBlobs(owner);
    var old = before.map(blobs);
    Path gone = own.resolve("gone");
    NumberSets.combine(sorted.removed(), NumberSet.EMPTY, sorted.added(), gone);
    var removedNow = NumberSet.map(gone);
    Path added = own.resolve("all-added");
    Path removed = own.resolve("all-removed");
    NumberSets.combine(old.added(), sorted.added(), removedNow, added);
    NumberSets.combine(old.removed(), removedNow, sorted.added(), removed);
    long numbers = NumberSets.count(old.base(), NumberSet.map(added), NumberSet.map(removed));
    return new Outcome(
        new RegistryBlobs(before.base(), blobs.keep(owner, added), blobs.keep(owner, removed)),
        numbers);
  }

  private RegistryBlobs inForceBlobs(BlobStore.Owner owner) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT "
                            + RegistryBlobs.COLUMNS
                            + " FROM registry_version WHERE registry_id = ? AND state = 'IN_FORCE'")
                    .bind(0, owner.registry())
                    .map((row, ctx) -> RegistryBlobs.of(row))
                    .one());
  }

  private <T> T inForce(BlobStore.Owner owner, String column, Class<T> type, T none) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT "
                            + column
                            + " FROM registry_version WHERE registry_id = ? AND state = 'IN_FORCE'")
                    .bind(0, owner.registry())
                    .mapTo(type)
                    .findOne()
                    .orElse(none));
  }

  private void progress(BlobStore.Owner owner, long lines, long unreadable) {
    update(
        owner,
        "lines = :lines, unreadable = :unreadable, beat_at = now()",
        s -> s.bind("lines", lines).bind("unreadable", unreadable));
  }

  private void ready(BlobStore.Owner owner, Outcome outcome) {
    update(
        owner,
        "state = 'READY', ready_at = now(), numbers = :numbers, base_blob = :base,"
            + " added_blob = :added, removed_blob = :removed",
        s ->
            s.bind("numbers", outcome.numbers())
                .bind("base", outcome.blobs().base())
                .bind("added", outcome.blobs().added())
                .bind("removed", outcome.blobs().removed()));
    log.info("registry={} version={} state=READY", owner.registry(), owner.version());
  }

  private void failed(BlobStore.Owner owner, Problem problem) {
    try {
      update(
          owner,
          "state = 'FAILED', error = :error::jsonb",
          s -> s.bind("error", JsonColumn.write(problem)));
    } catch (RuntimeException e) {
      log.warn("registry-load=not-marked registry={}", owner.registry(), e);
    }
  }

  private interface Binding {
    void to(org.jdbi.v3.core.statement.Update statement);
  }

  private void update(BlobStore.Owner owner, String set, Binding binding) {
    int updated =
        database
            .jdbi()
            .withHandle(
                h -> {
                  var statement =
                      h.createUpdate(
                              "UPDATE registry_version SET "
                                  + set
                                  + " WHERE registry_id = :registry AND version = :version"
                                  + " AND state = 'LOADING' AND loader = :loader")
                          .bind("registry", owner.registry())
                          .bind("version", owner.version())
                          .bind("loader", id);
                  binding.to(statement);
                  return statement.execute();
                });
    if (updated == 0) {
      throw new IllegalStateException("the load was given up meanwhile");
    }
  }

  private static void remove(@Nullable Path tree) {
    if (tree == null) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("file=not-removed cause=\"{}\"", e.toString());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
    beats.shutdownNow();
  }
}
