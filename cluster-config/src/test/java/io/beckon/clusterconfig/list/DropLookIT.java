package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.filedrop.DropKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told who tries a source. */
class DropLookIT {
  @TempDir static Path drops;
  private static DropWorld world;
  @TempDir Path remote;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
  }

  @AfterAll
  static void down() {
    world.close();
  }

  /** After eight seconds; a taking waits for thirty. */
  @Test
  void aLookEndsEarlyWhenTheServerSaysNothing() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var source =
          world.create(
              Drops.at(DropKind.SFTP, "sftp://127.0.0.1:" + silent.getLocalPort() + "/")
                  .password("a", "b")
                  .settings("silent"));
      long before = System.nanoTime();

      var look = world.look(source);

      assertThat(look.error()).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(28));
    }
  }

  @Test
  void aLookShowsWhatIsThereAndTakesNothing() throws Exception {
    Files.writeString(remote.resolve("seen.csv"), "phone\n2025550161\n");
    Files.writeString(remote.resolve("waits.csv"), "phone\n2025550162\n");
    Files.writeString(remote.resolve("seen.csv.done"), "");
    Files.writeString(remote.resolve("notes.txt"), "nothing");
    var source =
        world.create(
            Drops.at(DropKind.FOLDER, remote.toString()).marked("{name}.done").settings("look"));

    var look = world.look(source);

    assertThat(look.error()).isNull();
    assertThat(look.matching()).isEqualTo(2);
    assertThat(look.waiting()).isEqualTo(1);
    assertThat(look.others()).isEqualTo(2);
    assertThat(look.files()).extracting(f -> f.name()).containsExactly("seen.csv", "waits.csv");
  }
}
