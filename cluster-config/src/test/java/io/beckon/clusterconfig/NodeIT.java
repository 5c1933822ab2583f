package io.beckon.clusterconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node in a JVM of its own, as bin/run starts it. */
class NodeIT {
  private static final Duration READY = Duration.ofSeconds(240);
  private static final Duration END = Duration.ofSeconds(60);

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();
  private int management;
  private int artery;
  private Process node;

  @BeforeEach
  void choosePorts() throws IOException {
    management = freePort();
    artery = freePort();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (node != null) {
      node.destroyForcibly().waitFor();
      await().atMost(END).until(this::postgresIsGone);
    }
  }

  @Test
  void tellsItsHealthComesBackAfterKill9AndBeingDownedAndEndsInOrder() throws Exception {
    node = launch("all");
    awaitReady();
    assertThat(status("/alive")).isEqualTo(200);
    assertThat(get("/metrics").body().lines().filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("beckon_"));
    assertThat(log()).contains("Beckon is ready: http://127.0.0.1:");

    node.destroyForcibly().waitFor();
    node = launch("all");
    awaitReady();

    down();
    assertThat(node.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("ends when downed").isTrue();
    node = launch("all");
    awaitReady();

    node.destroy();
    assertThat(node.waitFor(END.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(postgresIsGone()).isTrue();
    assertThat(Files.readString(home.resolve("data/redis/server.log")))
        .contains("ready to exit, bye bye");
  }

  @Test
  void refusesAWrongSettingWithASentence() throws Exception {
    node = launch("dial,telegraph");

    assertThat(node.waitFor()).isEqualTo(2);
    assertThat(log())
        .contains("Cannot start: BECKON_ROLES is \"all\" or a comma list of")
        .contains("it has \"telegraph\"");
  }

  /** As the split brain resolver of a side that may not survive does it. */
  private void down() throws IOException, InterruptedException {
    var member = "/cluster/members/akka://beckon@127.0.0.1:" + artery;
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + member))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .PUT(BodyPublishers.ofString("operation=Down"));
    assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private void awaitReady() {
    await().atMost(READY).until(() -> !node.isAlive() || status("/ready") == 200);
    assertThat(node.isAlive()).isTrue();
  }

  private boolean postgresIsGone() {
    return Files.notExists(home.resolve("data/postgres/data/postmaster.pid"));
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("log"));
  }

  private Process launch(String roles) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dakka.management.http.route-providers-read-only=false",
            "-cp",
            // Without the tests' logback-test.xml: a node's own log is looked at.
            System.getProperty("java.class.path")
                .replaceAll("[^:]*(/test-classes|-tests\\.jar):", ""),
            Main.class.getName());
    var environment = builder.environment();
    environment.put("BECKON_DATA", home.resolve("data").toString());
    environment.put("BECKON_ROLES", roles);
    environment.put("BECKON_HTTP_PORT", "" + freePort());
    environment.put("BECKON_ARTERY_PORT", "" + artery);
    environment.put("BECKON_MANAGEMENT_PORT", "" + management);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
        .start();
  }

  /** 0 while nobody listens. */
  private int status(String path) throws InterruptedException {
    try {
      return get(path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)).build(),
        BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
