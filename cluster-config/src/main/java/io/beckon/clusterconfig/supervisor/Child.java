package io.beckon.clusterconfig.supervisor;

import io.beckon.clusterconfig.embedded.Launch;
import io.beckon.clusterconfig.embedded.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is started again when it ends by itself, and stays down when it was told to. */
final class Child {
  private static final Logger log = LoggerFactory.getLogger(Child.class);
  private static final Duration BEFORE_RESTART = Duration.ofSeconds(1);

  private final String name;
  private final Launch launch;
  private final Executor later =
      CompletableFuture.delayedExecutor(BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS);
  private boolean wanted;
  private @Nullable WatchedProcess process;

  Child(String name, Launch launch) {
    this.name = name;
    this.launch = launch;
  }

  synchronized void start() throws IOException {
    wanted = true;
    if (process == null) {
      launch();
    }
  }

  /** In order: the stop signal, then patience. */
  void stop() {
    var ending = leave();
    if (ending != null) {
      ending.stop();
    }
  }

  /** At once, with nothing said. */
  void kill() throws IOException {
    var ending = leave();
    if (ending != null) {
      ending.signal("KILL");
      ending.stop();
    }
  }

  synchronized void signal(String signal) throws IOException {
    if (process != null) {
      process.signal(signal);
    }
  }

  synchronized boolean isWanted() {
    return wanted;
  }

  synchronized String describe() {
    return name + (process == null ? " down" : " up");
  }

  private synchronized @Nullable WatchedProcess leave() {
    wanted = false;
    var ending = process;
    process = null;
    return ending;
  }

  private void launch() throws IOException {
    var started = WatchedProcess.start(launch);
    process = started;
    var unused = started.onExit().thenRunAsync(() -> ended(started), later);
    log.info("event=child_started child={}", name);
  }

  private synchronized void ended(WatchedProcess which) {
    if (process != which) {
      return;
    }
    process = null;
    if (wanted) {
      log.warn("event=child_ended_by_itself child={} log={}", name, launch.log());
      try {
        launch();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
