package io.beckon.persistence.registry;

import io.beckon.persistence.Database;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registries this node has mapped: those in force, and those that are about to be, fetched
 * before they are. Tells the others what it has.
 */
public final class RegistryShelf implements RegistryLookup, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RegistryShelf.class);
  private static final long EVERY_MILLIS = 1000;

  private final Database database;
  private final BlobStore blobs;
  private final String node;
  private final Map<Key, RegistryBlobs.Mapped> mapped = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looker;

  private record Key(long registry, int version) {
    @Override
    public String toString() {
      return registry + ":" + version;
    }
  }

  /**
   * @param folder where files of numbers are; nodes may share it
   * @param node its name
   */
  public RegistryShelf(Database database, Path folder, String node) {
    this.database = database;
    this.blobs = new BlobStore(database, existing(folder));
    this.node = node;
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "registry-shelf");
              thread.setDaemon(true);
              return thread;
            });
  }

  static Path existing(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps looking for what is new. */
  public RegistryShelf start() {
    looker.scheduleWithFixedDelay(this::tryRefresh, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public Answer look(RegistryId registry, int version, Device device) {
    var set = mapped.get(new Key(registry.value(), version));
    if (set == null) {
      return Answer.NOT_HERE;
    }
    return device.isPhone()
            && set.has(Long.parseLong(device.value(), 1, device.value().length(), 10))
        ? Answer.REGISTERED
        : Answer.NOT_REGISTERED;
  }

  private void tryRefresh() {
    try {
      refresh();
    } catch (IOException | RuntimeException e) {
      log.warn("registries=not-fetched node={} cause=\"{}\"", node, e.toString());
    }
  }

  /** Maps what is missing, lets go of what nobody needs any more, and says so. */
  synchronized void refresh() throws IOException {
    Map<Key, RegistryBlobs> wanted = database.jdbi().withHandle(RegistryShelf::wanted);
    tell(); // that it lives, even while it fetches
    mapped.keySet().retainAll(wanted.keySet());
    for (var entry : wanted.entrySet()) {
      if (!mapped.containsKey(entry.getKey())) {
        map(entry.getKey(), entry.getValue());
      }
    }
    tell();
  }

  /** One that cannot be mapped is tried again at the next look, and keeps no other one waiting. */
  private void map(Key key, RegistryBlobs wanted) {
    try {
      mapped.put(key, wanted.map(blobs));
      log.info("registry=mapped node={} version={}", node, key);
    } catch (IOException | RuntimeException e) {
      log.warn("registry=not-mapped node={} version={} cause=\"{}\"", node, key, e.toString());
    }
  }

  private static Map<Key, RegistryBlobs> wanted(Handle handle) {
    Map<Key, RegistryBlobs> result = new HashMap<>();
    handle
        .createQuery(
            "SELECT v.registry_id, v.version, "
                + RegistryBlobs.COLUMNS
                + " FROM registry_version v JOIN registry r USING (registry_id)"
                + " WHERE v.state IN ('READY', 'IN_FORCE') AND r.deleted_at IS NULL")
        .map(
            (row, ctx) ->
                result.put(
                    new Key(row.getLong("registry_id"), row.getInt("version")),
                    RegistryBlobs.of(row)))
        .list();
    return result;
  }

  private void tell() {
    var held = new TreeSet<String>();
    mapped.keySet().forEach(key -> held.add(key.toString()));
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        "INSERT INTO registry_shelf VALUES (:node, :held, now())"
                            + " ON CONFLICT (node) DO UPDATE SET held = excluded.held,"
                            + " beat_at = excluded.beat_at")
                    .bind("node", node)
                    .bindArray("held", String.class, held)
                    .execute());
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
