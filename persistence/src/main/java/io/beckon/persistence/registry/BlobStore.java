package io.beckon.persistence.registry;

import io.beckon.persistence.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/**
 * Files of numbers in PostgreSQL, in pieces, and as files beside the nodes that map them. A file is
 * named by its content and never changes, so nodes that share the folder share the file.
 */
final class BlobStore {
  private static final int PIECE = 1 << 20;
  private static final int PIECES_AT_ONCE = 16;

  private final Database database;
  private final Path folder;

  BlobStore(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** For whom a blob is made. */
  record Owner(String tenant, long registry, int version) {}

  /** Keeps the file; visible to others at once, but of use to nobody until a version names it. */
  long keep(Owner owner, Path file) throws IOException {
    String sha = sha256(file);
    long size = Files.size(file);
    long id =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "INSERT INTO registry_blob (tenant_id, registry_id, version, bytes,"
                                + " sha256) VALUES (?, ?, ?, ?, ?) RETURNING blob_id")
                        .bind(0, owner.tenant())
                        .bind(1, owner.registry())
                        .bind(2, owner.version())
                        .bind(3, size)
                        .bind(4, sha)
                        .mapTo(long.class)
                        .one());
    try (var in = Files.newInputStream(file)) {
      int piece = 0;
      for (int wrote = PIECES_AT_ONCE; wrote == PIECES_AT_ONCE; piece += wrote) {
        int from = piece;
        wrote = database.jdbi().inTransaction(h -> pieces(h, owner.tenant(), id, from, in));
      }
    }
    return id;
  }

  private static int pieces(Handle handle, String tenant, long blob, int from, InputStream in) {
    var batch = handle.prepareBatch("INSERT INTO registry_piece VALUES (?, ?, ?, ?)");
    int count = 0;
    try {
      for (byte[] content = in.readNBytes(PIECE);
          content.length > 0;
          content = ++count < PIECES_AT_ONCE ? in.readNBytes(PIECE) : new byte[0]) {
        batch.bind(0, blob).bind(1, from + count).bind(2, tenant).bind(3, content).add();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (count > 0) {
      batch.execute();
    }
    return count;
  }

  /** The blob as a set of numbers; fetched unless the file is here. */
  NumberSet map(long blob) throws IOException {
    var sha =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("SELECT sha256 FROM registry_blob WHERE blob_id = ?")
                        .bind(0, blob)
                        .mapTo(String.class)
                        .one());
    Path file = folder.resolve(sha + ".numbers");
    // Mapped once a version: what a crash has left half written must not pass for the registry.
    if (!Files.exists(file) || !sha256(file).equals(sha)) {
      fetch(blob, sha, file);
    }
    return NumberSet.map(file);
  }

  private void fetch(long blob, String sha, Path file) throws IOException {
    Path draft = Files.createTempFile(folder, "fetched", ".part");
    try {
      try (var out = Files.newOutputStream(draft)) {
        database.jdbi().useTransaction(h -> write(h, blob, out));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      if (!sha256(draft).equals(sha)) {
        throw new IOException("blob " + blob + " did not come whole");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Handle handle, long blob, java.io.OutputStream out) {
    try (var pieces =
        handle
            .createQuery("SELECT content FROM registry_piece WHERE blob_id = ? ORDER BY piece")
            .bind(0, blob)
            .setFetchSize(4)
            .mapTo(byte[].class)
            .stream()) {
      pieces.forEach(
          content -> {
            try {
              out.write(content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[PIECE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
