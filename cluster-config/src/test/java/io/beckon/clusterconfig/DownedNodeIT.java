package io.beckon.clusterconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.clusterconfig.supervisor.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes under bin/cluster's supervisor; the one that is left may not decide. */
class DownedNodeIT {
  private static final Duration READY = Duration.ofSeconds(240);

  /** Noticing (4 s), standing still (7 s), asking for the lease (3 s) and an orderly end, twice. */
  private static final Duration DOWNED = Duration.ofSeconds(90);

  @TempDir Path data;

  private Process supervisor;

  @AfterEach
  void stop() throws InterruptedException {
    if (supervisor != null) {
      supervisor.destroy();
      supervisor.waitFor();
    }
  }

  @Test
  void endsItsJvmAndComesBackWhenItsSideMayNotSurvive() throws Exception {
    var management = start();
    await().atMost(READY).until(() -> ready(management) && ready(management + 1));

    holdTheLease();
    tell("kill 2");
    await().atMost(DOWNED).until(() -> log("supervisor").contains("child_ended_by_itself"));
    assertThat(log("supervisor")).contains("child_ended_by_itself child=node-1");
    assertThat(log("cluster/node-1/server.log")).contains("is downing");

    freeTheLease();
    await().atMost(READY).until(() -> ready(management));
  }

  private int start() throws IOException {
    Files.createDirectories(data.resolve("cluster"));
    var first = Probe.freePort();
    var builder = Probe.java(Supervisor.class, "2");
    var environment = builder.environment();
    environment.put("BECKON_DATA", data.toString());
    environment.put("BECKON_NODE", "supervisor");
    environment.put("BECKON_HTTP_PORT", "" + first);
    environment.put("BECKON_MANAGEMENT_PORT", "" + (first + 10));
    environment.put("BECKON_ARTERY_PORT", "" + (first + 20));
    environment.put("BECKON_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    supervisor = builder.redirectOutput(data.resolve("supervisor").toFile()).start();
    return first + 10;
  }

  private boolean ready(int management) throws InterruptedException {
    assertThat(supervisor.isAlive()).isTrue();
    return Probe.status(management, "/ready") == 200;
  }

  private void tell(String command) throws IOException {
    var port = Integer.parseInt(Files.readString(data.resolve("cluster/port")).strip());
    var secret = Files.readString(data.resolve("cluster/secret")).strip();
    try (var socket = new Socket("127.0.0.1", port)) {
      var line = secret + " " + command + "\n";
      socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer.strip()).isEqualTo("ok");
    }
  }

  private String log(String file) {
    try {
      return Files.readString(data.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void holdTheLease() throws IOException {
    sql(
        """
        INSERT INTO cluster_lease (name, owner, version, expires_at)
        VALUES ('beckon-akka-sbr', 'a stranger', 1, now() + interval '1 hour')
        """);
  }

  private void freeTheLease() throws IOException {
    assertThat(sql("DELETE FROM cluster_lease WHERE owner = 'a stranger'")).isEqualTo(1);
  }

  private int sql(String statement) throws IOException {
    var home = data.resolve("postgres");
    var port = Files.readString(home.resolve("port")).strip();
    var password = Files.readString(home.resolve("password")).strip();
    return Jdbi.create("jdbc:postgresql://127.0.0.1:" + port + "/beckon", "beckon", password)
        .withHandle(handle -> handle.execute(statement));
  }
}
