package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of this machine, or one that is mounted.
 *
 * @param roots nothing outside them is touched, wherever links lead
 */
record FolderPlace(Path path, List<Path> roots) implements WatchedPlace {
  @Override
  public String folder() {
    return path.getNameCount() == 0 ? "/" : path + "/";
  }

  @Override
  public Visit visit(Patience patience) {
    return new LocalVisit(path, roots);
  }

  private record LocalVisit(Path folder, List<Path> roots) implements Visit {
    @Override
    public List<Seen> list() throws IOException {
      List<Seen> found = new ArrayList<>();
      inside(folder.toString());
      try (var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          if (!String.valueOf(file.getFileName()).startsWith(".")) {
            seen(file).ifPresent(found::add);
          }
        }
      } catch (FileSystemException e) {
        throw unlisted(said(e));
      } catch (DirectoryIteratorException e) {
        throw unlisted(String.valueOf(e.getMessage())); // a mount that goes while it is read
      }
      return found;
    }

    private PlaceTrouble unlisted(String why) {
      return new PlaceTrouble("The folder " + folder + " cannot be listed: " + why + ".");
    }

    private static Optional<Seen> seen(Path file, LinkOption... links) throws IOException {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
        return attributes.isRegularFile()
            ? Optional.of(
                new Seen(
                    file.toString(), attributes.size(), attributes.lastModifiedTime().toInstant()))
            : Optional.empty();
      } catch (NoSuchFileException e) {
        return Optional.empty(); // gone between the listing and now
      }
    }

    @Override
    public InputStream read(String path) throws IOException {
      try {
        return Files.newInputStream(inside(path));
      } catch (FileSystemException e) {
        throw refused("read", e);
      }
    }

    @Override
    public OutputStream write(String path) throws IOException {
      try {
        return Files.newOutputStream(inside(path));
      } catch (FileSystemException e) {
        throw refused("written", e);
      }
    }

    @Override
    public Optional<Seen> find(String path) throws IOException {
      return seen(inside(path));
    }

    @Override
    public void makeFolder(String path) throws IOException {
      try {
        Files.createDirectories(inside(path));
      } catch (FileSystemException e) {
        throw refused("made", e);
      }
    }

    @Override
    public void rename(String from, String to) throws IOException {
      try {
        WholeMove.move(inside(from), inside(to));
      } catch (FileSystemException e) {
        throw refused("moved", e);
      }
    }

    @Override
    public void delete(String path) throws IOException {
      try {
        Files.delete(inside(path));
      } catch (FileSystemException e) {
        throw refused("deleted", e);
      }
    }

    @Override
    public void close() {}

    private Path inside(String path) throws IOException {
      try {
        var real = real(Path.of(path));
        for (var root : roots) {
          if (real.startsWith(real(root))) {
            return Path.of(path);
          }
        }
      } catch (FileSystemException e) {
        throw refused("reached", e);
      }
      throw new PlaceTrouble.Refused(
          path + " is refused: it must be, links followed, " + DropRoots.where(roots) + ".");
    }

    /** Where a path leads, also one whose end is still to be made. */
    private static Path real(Path path) throws IOException {
      var there = path.toAbsolutePath().normalize();
      var missing = Path.of("");
      while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
        missing = there.getFileName().resolve(missing);
        there = there.getParent();
      }
      return there.toRealPath().resolve(missing).normalize();
    }

    private static PlaceTrouble.Refused refused(String done, FileSystemException e) {
      return new PlaceTrouble.Refused(e.getFile() + " cannot be " + done + ": " + said(e) + ".");
    }

    private static String said(FileSystemException e) {
      return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
  }
}
