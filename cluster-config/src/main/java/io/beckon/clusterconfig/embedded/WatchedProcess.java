package io.beckon.clusterconfig.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server process that never outlives this JVM. Between the two stands a small shell script that
 * reads a pipe from us: when the pipe closes, because we close it or because the JVM was killed, it
 * sends the server its stop signal.
 */
final class WatchedProcess {
  private final Process watcher;
  private final Duration patience;

  private WatchedProcess(Process watcher, Duration patience) {
    this.watcher = watcher;
    this.patience = patience;
  }

  /**
   * @param stopSignal what makes this server end in order
   * @param patience how long it may take to
   */
  static WatchedProcess start(List<String> command, String stopSignal, Duration patience, Path log)
      throws IOException {
    var line = new ArrayList<>(List.of("bash", "-c", script(), "watch", stopSignal));
    line.addAll(command);
    var watcher =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new WatchedProcess(watcher, patience);
  }

  boolean isAlive() {
    return watcher.isAlive();
  }

  /** Asks the server to end and waits until it has. */
  void stop() {
    try {
      watcher.getOutputStream().close();
      if (!watcher.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        watcher.descendants().forEach(ProcessHandle::destroyForcibly);
        watcher.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String script() throws IOException {
    try (InputStream script = WatchedProcess.class.getResourceAsStream("/embedded/watch.sh")) {
      if (script == null) {
        throw new IOException("embedded/watch.sh is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
