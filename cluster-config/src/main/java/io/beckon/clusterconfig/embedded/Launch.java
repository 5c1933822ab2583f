package io.beckon.clusterconfig.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a server process is started and ended.
 *
 * @param home where {@code server.log} and {@code server.pid} of it stand
 * @param environment added to ours
 * @param stopSignal what makes this server end in order, as {@code kill -s} takes it
 * @param patience how long it may take to
 */
public record Launch(
    Path home,
    List<String> command,
    Map<String, String> environment,
    String stopSignal,
    Duration patience) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  Launch(Path home, List<String> command, String stopSignal, Duration patience) {
    this(home, command, Map.of(), stopSignal, patience);
  }

  public Path log() {
    return home.resolve("server.log");
  }

  Path pidFile() {
    return home.resolve("server.pid");
  }
}
