package io.beckon.clusterconfig.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of an earlier start that is still there: its watcher is about to end it, or was killed
 * as well. Known by its pid file and by our path on its command line.
 */
final class Orphan {
  private static final Logger log = LoggerFactory.getLogger(Orphan.class);
  private static final Duration FOR_ITS_WATCHER = Duration.ofSeconds(3);
  private static final Duration FOR_ITSELF = Duration.ofSeconds(30);

  private Orphan() {}

  /**
   * Ends the process that {@code pidFile} names, if {@code ours} stands on its command line, and
   * removes the file.
   *
   * @param stopSignal as {@code kill -s} takes it
   */
  static void end(Path pidFile, Path ours, String stopSignal) throws IOException {
    var process = process(pidFile, ours);
    if (process.isPresent()) {
      end(process.get(), stopSignal);
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> process(Path pidFile, Path ours) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
    if (!first.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(first))
        .filter(handle -> commandLine(handle).contains(ours.toString()));
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException e) { // Not Linux.
      return process.info().commandLine().orElse("");
    }
  }

  private static void end(ProcessHandle process, String stopSignal) throws IOException {
    if (Patience.until(FOR_ITS_WATCHER, () -> !process.isAlive())) {
      return;
    }
    log.warn("event=orphan_stopped pid={} signal={}", process.pid(), stopSignal);
    new ProcessBuilder("kill", "-s", stopSignal, Long.toString(process.pid())).start();
    if (!Patience.until(FOR_ITSELF, () -> !process.isAlive())) {
      process.destroyForcibly();
      Patience.until(FOR_ITSELF, () -> !process.isAlive());
    }
  }
}
