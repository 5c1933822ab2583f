package io.beckon.persistence.list;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a disk without space from other failures of writing. */
final class FullDisk {
  /** What a file system may still show as usable when it refuses to write. */
  private static final long NOTHING = 1 << 20;

  private FullDisk() {}

  /** By what the system says, or, where it says it in another language, by the space there is. */
  static boolean isFull(Path folder, Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        var message = String.valueOf(io.getMessage());
        return message.contains("No space left")
            || message.contains("quota exceeded")
            || usable(folder) < NOTHING;
      }
    }
    return false;
  }

  static RefusedException refusal() {
    return new RefusedException(
        Refusal.storageFull(
            "The disk on which files are staged is full; nothing of the file was kept.",
            "Free space under BECKON_DATA, or lower BECKON_KEEP_FILES, then send it again."));
  }

  private static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
