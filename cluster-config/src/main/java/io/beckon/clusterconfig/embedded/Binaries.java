package io.beckon.clusterconfig.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import redis.embedded.core.ExecutableProvider;

/**
 * Takes the programs out of their Maven artifacts once a data directory. The libraries' own classes
 * for running them are made for tests and switch durability off, so only their archives are used.
 */
final class Binaries {
  private static final String POSTGRES_VERSION = "16.9";
  private static final String REDIS_VERSION = "6.2";

  private Binaries() {}

  /** The directory with {@code bin/postgres} and {@code bin/initdb}. */
  static Path postgres(Path directory) throws IOException {
    var target = directory.resolve("postgres-" + POSTGRES_VERSION);
    if (!Files.exists(target)) {
      var draft = emptyDraft(directory);
      try (var archive = postgresArchive()) {
        unpack(archive, draft);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  static Path redisServer(Path directory) throws IOException {
    var target = directory.resolve("redis-" + REDIS_VERSION);
    if (!Files.exists(target)) {
      var draft = emptyDraft(directory);
      var file = ExecutableProvider.newJarResourceProvider(draft.toFile()).get().toPath();
      Files.move(file, draft.resolve("redis-server"));
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target.resolve("redis-server");
  }

  private static Path emptyDraft(Path directory) throws IOException {
    Files.createDirectories(directory);
    var draft = Files.createTempDirectory(directory, "unpacking-");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    return draft;
  }

  private static InputStream postgresArchive() throws IOException {
    var name = System.getProperty("os.name");
    var system =
        name.startsWith("Mac") ? "Darwin" : name.startsWith("Windows") ? "Windows" : "Linux";
    var machine = ArchUtils.normalize(System.getProperty("os.arch"));
    var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    if (archive == null) {
      throw new IOException(
          "There is no embedded PostgreSQL for "
              + system
              + " on "
              + machine
              + "; set BECKON_DB_URL, BECKON_DB_USER and BECKON_DB_PASSWORD");
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
