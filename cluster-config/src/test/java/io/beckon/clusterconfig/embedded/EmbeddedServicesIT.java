package io.beckon.clusterconfig.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedServicesIT {
  private static final Duration END = Duration.ofSeconds(30);

  @TempDir Path data;

  @Test
  void whatWasWrittenIsThereAfterACleanStopAndDurabilityIsOn() {
    try (var services = ServicesOwner.start(data)) {
      assertThat(setting(services, "fsync")).isEqualTo("on");
      assertThat(setting(services, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(services, "full_page_writes")).isEqualTo("on");
      assertThat(setting(services, "listen_addresses")).isEqualTo("127.0.0.1");
      Map<String, String> append = redis(services, redis -> redis.configGet("append*"));
      assertThat(append)
          .containsEntry("appendonly", "yes")
          .containsEntry("appendfsync", "everysec");
      jdbi(services).useHandle(h -> h.execute("CREATE TABLE kept AS SELECT 42 AS answer"));
      redis(services, redis -> redis.set("kept", "42"));
    }

    try (var again = ServicesOwner.start(data)) {
      assertThat(answer(again)).isEqualTo(42);
      String kept = redis(again, redis -> redis.get("kept"));
      assertThat(kept).isEqualTo("42");
    }
  }

  @Test
  void nothingIsLeftBehindWhenTheOwnerIsKilledEvenIfAServerStandsStill() throws Exception {
    var owner = owner();
    var postgres = process("postgres");
    var redis = process("redis");

    var watchers = Stream.of(postgres, redis).map(p -> p.parent().orElseThrow()).toList();
    new ProcessBuilder("kill", "-STOP", Long.toString(redis.pid())).start().waitFor();
    assertThat(watchers).allMatch(ProcessHandle::isAlive);

    owner.destroyForcibly().waitFor();

    await().atMost(END).until(() -> !postgres.isAlive() && !redis.isAlive());
    await().atMost(END).until(() -> watchers.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void orphansOfAKilledOwnerAndItsWatchersAreEndedAndTheirDataIsKept() throws Exception {
    var owner = owner();
    var postgres = process("postgres");
    var redis = process("redis");
    for (var server : new ProcessHandle[] {postgres, redis}) {
      server.parent().orElseThrow().destroyForcibly();
    }
    owner.destroyForcibly().waitFor();
    assertThat(postgres.isAlive()).isTrue();

    try (var again = ServicesOwner.start(data)) {
      assertThat(postgres.isAlive()).isFalse();
      assertThat(redis.isAlive()).isFalse();
      assertThat(setting(again, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void aDirectoryHasOneOwner() {
    try (var services = ServicesOwner.start(data)) {
      assertThat(services.services().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThatThrownBy(() -> ServicesOwner.start(data))
          .hasMessageContaining("Another Beckon runs on " + data);
    }
  }

  private Process owner() throws IOException {
    var owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServicesOwner.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    var output = owner.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("running")) {
        return owner;
      }
    }
    throw new IOException("The owner ended");
  }

  private ProcessHandle process(String service) throws IOException {
    var pid = Files.readString(data.resolve(service).resolve("server.pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static int answer(EmbeddedServices services) {
    return jdbi(services)
        .withHandle(h -> h.select("SELECT answer FROM kept").mapTo(int.class).one());
  }

  private static String setting(EmbeddedServices services, String name) {
    return jdbi(services).withHandle(h -> h.select("SHOW " + name).mapTo(String.class).one());
  }

  private static Jdbi jdbi(EmbeddedServices services) {
    var at = services.services();
    return Jdbi.create(at.jdbcUrl(), at.user(), at.password());
  }

  private static <T> T redis(
      EmbeddedServices services, Function<RedisCommands<String, String>, T> work) {
    var client = RedisClient.create(services.services().redisUrl());
    try (var connection = client.connect()) {
      return work.apply(connection.sync());
    } finally {
      client.shutdown();
    }
  }
}
