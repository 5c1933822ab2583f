package io.beckon.clusterconfig.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A random secret kept in a file only its owner may read, made by whoever needs it first. */
public final class KeptSecret {
  private static final int BYTES = 32;

  private KeptSecret() {}

  static String orGiven(Path data, @Nullable String given) {
    return given != null ? given : in(data.resolve("secret"));
  }

  /** Reads {@code file}, or makes it; nodes that start side by side get the same secret. */
  public static String in(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file) throws IOException {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft =
        Files.createTempFile(file.toAbsolutePath().getParent(), ".secret", ".tmp", ownerOnly);
    try {
      Files.writeString(draft, HexFormat.of().formatHex(random));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another node was quicker: its secret counts.
    } finally {
      Files.delete(draft);
    }
  }
}
