package io.beckon.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Three nodes and their services on this machine, driven through {@code bin/cluster}. */
final class Nodes {
  private static final Duration READY = Duration.ofSeconds(300);
  static final int COUNT = 3;
  private static final int HTTP = port("BECKON_HTTP_PORT", "8081") - 1;
  private static final int MANAGEMENT = port("BECKON_MANAGEMENT_PORT", "8558") - 1;

  private final Path home;
  private final Path data;
  private final String password;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  Nodes(Path home, ChaosOptions options) {
    this.home = home;
    this.data = options.data();
    this.password = options.password();
  }

  /** Of node 1. */
  private static int port(String name, String otherwise) {
    return Integer.parseInt(System.getenv().getOrDefault(name, otherwise));
  }

  int count() {
    return COUNT;
  }

  Path data() {
    return data;
  }

  List<String> addresses() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(k -> "http://127.0.0.1:" + (HTTP + k)).toList();
  }

  void start() {
    command(Integer.toString(COUNT));
  }

  void stop() {
    command("stop");
  }

  void kill(int node) {
    command("kill", Integer.toString(node));
  }

  void pause(int node) {
    command("pause", Integer.toString(node));
  }

  void resume(int node) {
    command("resume", Integer.toString(node));
  }

  void restart(int node) {
    command("restart", Integer.toString(node));
  }

  void service(String action, String service) {
    command(action, service);
  }

  void awaitReady(int node) {
    Waiting.until("node-" + node + " is ready", READY, () -> ready(node));
  }

  /** False when it took longer. */
  boolean readyWithin(int node, Duration most) {
    return Waiting.became(most, () -> ready(node));
  }

  /** As its supervisor has written it down. */
  Ledger.Services database() {
    try {
      Path postgres = data.resolve("postgres");
      String port = Files.readString(postgres.resolve("port")).strip();
      String password = Files.readString(postgres.resolve("password")).strip();
      return new Ledger.Services(
          "jdbc:postgresql://127.0.0.1:" + port + "/beckon", "beckon", password);
    } catch (IOException e) {
      throw new IllegalStateException("no PostgreSQL under " + data, e);
    }
  }

  private boolean ready(int node) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + (MANAGEMENT + node) + "/ready");
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void command(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = home.resolve("bin/cluster").toString();
    System.arraycopy(words, 0, line, 1, words.length);
    ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
    builder.environment().put("BECKON_DATA", data.toString());
    builder.environment().put("BECKON_ADMIN_PASSWORD", password);
    builder.environment().put("BECKON_PASSWORD_ITERATIONS", "1000"); // faster to start
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(data.resolve("chaos-cluster.log").toFile()));
    try {
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "bin/cluster " + String.join(" ", words) + " ended with " + code);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
