package io.beckon.actors.filedrop;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Moves a file so that nobody sees a part of it under its name, also onto another file system, as
 * where a share is mounted. A crash between the two ends of such a move leaves the file in both
 * places, never in none.
 */
final class WholeMove {
  private WholeMove() {}

  /**
   * @throws FileAlreadyExistsException when there is something by that name: it stays
   */
  static void move(Path from, Path to) throws IOException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      across(from, to);
    }
  }

  private static void across(Path from, Path to) throws IOException {
    // Names that begin with a dot are taken by no look.
    Path part = to.resolveSibling("." + to.getFileName() + ".part");
    try {
      Files.copy(
          from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    Files.delete(from);
  }
}
