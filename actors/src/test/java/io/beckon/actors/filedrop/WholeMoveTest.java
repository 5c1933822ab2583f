package io.beckon.actors.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeMoveTest {
  private static final Path MEMORY = Path.of("/dev/shm");

  @TempDir private Path disk;

  /** A folder on another file system than the temporary one, which the test takes away again. */
  private Path elsewhere() throws IOException {
    assumeThat(Files.isWritable(MEMORY)).as("a second file system at " + MEMORY).isTrue();
    assumeThat(Files.getFileStore(MEMORY))
        .as("%s is another file system than %s", MEMORY, disk)
        .isNotEqualTo(Files.getFileStore(disk));
    return Files.createTempDirectory(MEMORY, "beckon-move");
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Test
  void movesOntoAnotherFileSystemAndLeavesNoPart() throws IOException {
    var other = elsewhere();
    try {
      var file = Files.writeString(disk.resolve("a.csv"), "phone\n+12125550123\n");
      WholeMove.move(file, other.resolve("a.csv"));
      assertThat(file).doesNotExist();
      assertThat(other.resolve("a.csv")).hasContent("phone\n+12125550123\n");
      try (var files = Files.list(other)) {
        assertThat(files).hasSize(1);
      }
    } finally {
      remove(other);
    }
  }

  @Test
  void putsTakenFilesAwayThroughAFolderOnAnotherFileSystem() throws IOException {
    var other = elsewhere();
    try {
      Files.writeString(disk.resolve("a.csv"), "a");
      Files.createSymbolicLink(disk.resolve("done"), other);
      var place = new FolderPlace(disk, List.of(disk, other));
      try (var visit = place.visit(WatchedPlace.Patience.SHORT)) {
        visit.rename(disk.resolve("a.csv").toString(), disk.resolve("done/a.csv").toString());
        assertThat(visit.list()).isEmpty();
      }
      assertThat(other.resolve("a.csv")).hasContent("a");
    } finally {
      remove(other);
    }
  }

  @Test
  void replacesNothing() throws IOException {
    var from = Files.writeString(disk.resolve("a.csv"), "new");
    var to = Files.writeString(disk.resolve("b.csv"), "old");
    assertThatThrownBy(() -> WholeMove.move(from, to))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(to).hasContent("old");
    assertThat(from).hasContent("new");
  }

  @Test
  void saysThatAMissingFolderCannotBeListedAndListsItWhenItIsBack() throws IOException {
    var share = disk.resolve("share");
    var place = new FolderPlace(share, List.of(disk));
    try (var visit = place.visit(WatchedPlace.Patience.SHORT)) {
      assertThatThrownBy(visit::list)
          .isInstanceOf(PlaceTrouble.class)
          .hasMessageContaining(share.toString());
      Files.createDirectory(share);
      Files.writeString(share.resolve(".nfs0001"), "renamed by the server");
      Files.writeString(share.resolve("a.csv"), "a");
      assertThat(visit.list()).hasSize(1);
    }
  }
}
