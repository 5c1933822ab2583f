package io.beckon.clusterconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

  private int management;
  private Process node;

  @BeforeEach
  void choosePort() throws IOException {
    management = Probe.freePort();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (node != null) {
      node.destroyForcibly().waitFor();
      await().atMost(END).until(this::postgresIsGone);
    }
  }

  @Test
  void tellsItsHealthComesBackAfterKill9AndEndsInOrder() throws Exception {
    node = launch("all");
    awaitReady();
    assertThat(status("/alive")).isEqualTo(200);
    assertThat(
            Probe.get(management, "/metrics").body().lines().filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("beckon_"));
    assertThat(log()).contains("Beckon is ready: http://127.0.0.1:");

    node.destroyForcibly().waitFor();
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
    var builder = Probe.java(Main.class);
    var environment = builder.environment();
    environment.put("BECKON_DATA", home.resolve("data").toString());
    environment.put("BECKON_ROLES", roles);
    environment.put("BECKON_HTTP_PORT", "" + Probe.freePort());
    environment.put("BECKON_ARTERY_PORT", "" + Probe.freePort());
    environment.put("BECKON_MANAGEMENT_PORT", "" + management);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
        .start();
  }

  private int status(String path) throws InterruptedException {
    return Probe.status(management, path);
  }
}
