package io.beckon.clusterconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of few MiB in memory, mounted over a folder; tests are skipped where that is refused. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  public static SmallDisk mount(Path folder, int mebibytes) throws Exception {
    Files.createDirectories(folder);
    var size = "size=" + mebibytes + "m,mode=0777";
    boolean mounted = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
    assumeTrue(mounted, "a full disk needs a tmpfs of its own, and mounting is refused here");
    return new SmallDisk(folder);
  }

  public Path folder() {
    return folder;
  }

  /** Gives it another size, with everything on it. */
  public void resize(int mebibytes) throws Exception {
    assertThat(run("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString())).isTrue();
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
