package io.beckon.actors.filedrop;

import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A folder of this machine, or one that is mounted. Hidden files are left alone. */
record FolderPlace(Path folder, PathMatcher mask) implements WatchedPlace {
  static FolderPlace of(Path folder, String glob) {
    return new FolderPlace(folder, FileSystems.getDefault().getPathMatcher("glob:" + glob));
  }

  @Override
  public List<Seen> list() throws IOException {
    List<Seen> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName();
        if (name != null && !name.toString().startsWith(".") && mask.matches(name)) {
          add(found, file);
        }
      }
    }
    return found;
  }

  private static void add(List<Seen> found, Path file) throws IOException {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        found.add(
            new Seen(
                file.toString(), attributes.size(), attributes.lastModifiedTime().toInstant()));
      }
    } catch (NoSuchFileException e) {
      return; // gone between the listing and now
    }
  }

  @Override
  public Source<ByteString, ?> read(Seen file) {
    return FileIO.fromPath(Path.of(file.path()));
  }
}
