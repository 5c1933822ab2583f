package io.beckon.clusterconfig.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server process that never outlives this JVM. Between the two stands a small shell script that
 * reads a pipe from us: when the pipe closes, because we close it or because the JVM was killed, it
 * sends the server its stop signal.
 */
public final class WatchedProcess {
  private static final Duration FOR_PID = Duration.ofSeconds(10);

  private final Process watcher;
  private final Launch launch;

  private WatchedProcess(Process watcher, Launch launch) {
    this.watcher = watcher;
    this.launch = launch;
  }

  public static WatchedProcess start(Launch launch) throws IOException {
    Files.createDirectories(launch.home());
    Files.deleteIfExists(launch.pidFile());
    var line = new ArrayList<>(List.of("bash", "-c", script(), "watch", launch.stopSignal()));
    line.add(launch.pidFile().toString());
    line.addAll(launch.command());
    var builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.environment().putAll(launch.environment());
    return new WatchedProcess(builder.start(), launch);
  }

  public boolean isAlive() {
    return watcher.isAlive();
  }

  /** Completes when the server has ended, whatever the reason. */
  public CompletableFuture<?> onExit() {
    return watcher.onExit();
  }

  /** Sends the server itself a signal, as {@code kill -s} takes it. */
  public void signal(String signal) throws IOException {
    Patience.until(FOR_PID, () -> !isAlive() || !pid().isEmpty());
    if (isAlive()) {
      Unprivileged.run(List.of("kill", "-s", signal, pid()));
    }
  }

  /** Asks the server to end and waits until it has. */
  public void stop() {
    try {
      watcher.getOutputStream().close();
      if (!watcher.waitFor(launch.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        watcher.descendants().forEach(ProcessHandle::destroyForcibly);
        watcher.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String pid() {
    try {
      return Files.exists(launch.pidFile()) ? Files.readString(launch.pidFile()).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
