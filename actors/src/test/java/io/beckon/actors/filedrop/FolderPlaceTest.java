package io.beckon.actors.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever names a folder must not reach what lies outside. */
class FolderPlaceTest {
  @TempDir private Path disk;
  private Path mine;
  private Path others;
  private WatchedPlace.Visit visit;

  @BeforeEach
  void up() throws IOException {
    mine = Files.createDirectories(disk.resolve("mine"));
    others = Files.createDirectories(disk.resolve("others"));
    Files.writeString(mine.resolve("a.csv"), "a");
    Files.writeString(others.resolve("secret.csv"), "secret");
    visit = new FolderPlace(mine, List.of(mine)).visit(WatchedPlace.Patience.SHORT);
  }

  @Test
  void takesMovesAndWritesWhatIsWithin() throws IOException {
    assertThat(visit.list()).hasSize(1);
    try (var in = visit.read(mine.resolve("a.csv").toString())) {
      assertThat(in.readAllBytes()).hasSize(1);
    }
    visit.makeFolder(mine.resolve("done/today").toString());
    visit.rename(mine.resolve("a.csv").toString(), mine.resolve("done/today/a.csv").toString());
    try (var out = visit.write(mine.resolve("b.csv").toString())) {
      out.write('b');
    }
    visit.delete(mine.resolve("b.csv").toString());
    assertThat(mine.resolve("done/today/a.csv")).exists();
  }

  @Test
  void refusesEveryPathOutside() {
    var outside = others.resolve("secret.csv").toString();
    var inside = mine.resolve("a.csv").toString();
    refused(() -> visit.read(outside));
    refused(() -> visit.write(others.resolve("new.csv").toString()));
    refused(() -> visit.find(outside));
    refused(() -> visit.delete(outside));
    refused(() -> visit.makeFolder(others.resolve("new").toString()));
    refused(() -> visit.rename(inside, others.resolve("a.csv").toString()));
    refused(() -> visit.rename(outside, mine.resolve("b.csv").toString()));
    refused(() -> visit.read(mine + "/../others/secret.csv"));
    assertThat(others).isDirectoryNotContaining("glob:**new*");
  }

  @Test
  void followsNoLinkOutside() throws IOException {
    Files.createSymbolicLink(mine.resolve("link.csv"), others.resolve("secret.csv"));
    Files.createSymbolicLink(mine.resolve("folder"), others);
    Files.createSymbolicLink(mine.resolve("dangling.csv"), others.resolve("made.csv"));
    refused(() -> visit.read(mine.resolve("link.csv").toString()));
    refused(() -> visit.read(mine.resolve("folder/secret.csv").toString()));
    refused(() -> visit.write(mine.resolve("folder/made.csv").toString()));
    assertThatThrownBy(() -> visit.write(mine.resolve("dangling.csv").toString()))
        .isInstanceOf(PlaceTrouble.Refused.class);
    assertThat(others.resolve("made.csv")).doesNotExist();
  }

  @Test
  void listsNoFolderOutside() {
    var elsewhere = new FolderPlace(others, List.of(mine)).visit(WatchedPlace.Patience.SHORT);
    refused(elsewhere::list);
  }

  private void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(PlaceTrouble.Refused.class)
        .hasMessageContaining("BECKON_DROP_ROOTS")
        .hasMessageContaining(mine.toString());
  }
}
