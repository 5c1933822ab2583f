package io.beckon.bench.dial;

import com.fasterxml.jackson.databind.JsonNode;
import io.beckon.bench.chaos.Api;
import io.beckon.bench.chaos.Waiting;
import io.beckon.clusterconfig.embedded.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One node as {@code bin/run} starts it, on given services, that dials a list to its end. */
final class DialNode implements AutoCloseable {
  private static final String PASSWORD = "measured-by-bench";
  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Duration DIALING = Duration.ofMinutes(20);

  /** As often as a dashboard does: a look counts the group's records. */
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

  private static final String GROUP =
      """
      {"name":"dial","lists":[{"id":"%s"}],
       "carrierSettings":{"answer":0.5,"busy":0.2,"noAnswer":0.2,"machine":0.1,
         "ring":"PT0S","noAnswerAfter":"PT0S","handle":"PT0S","seed":1},
       "pacing":{"simulatedAgents":1000},
       "treatments":[{"callResults":["BUSY"],"action":"RETRY_IN","interval":"PT1S","count":1}]}
      """;

  private final Process process;
  private final Api api;

  private DialNode(Process process, Api api) {
    this.process = process;
    this.api = api;
  }

  static DialNode start(Path data, Services services) throws IOException {
    int port = freePort();
    ProcessBuilder builder = new ProcessBuilder("bin/run");
    Map<String, String> environment = builder.environment();
    environment.put("BECKON_DATA", data.toString());
    environment.put("BECKON_HTTP_PORT", "" + port);
    environment.put("BECKON_ARTERY_PORT", "" + freePort());
    environment.put("BECKON_MANAGEMENT_PORT", "" + freePort());
    environment.put("BECKON_ADMIN_PASSWORD", PASSWORD);
    environment.put("BECKON_DB_URL", services.jdbcUrl());
    environment.put("BECKON_DB_USER", services.user());
    environment.put("BECKON_DB_PASSWORD", services.password());
    environment.put("BECKON_REDIS_URL", services.redisUrl());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new DialNode(builder.start(), new Api(List.of("http://127.0.0.1:" + port), PASSWORD));
  }

  void dial(int contacts) {
    Waiting.until("the node answers", STARTING, this::answers);
    api.allowAnyHour("any hour");
    String list = api.post("/contact-lists", Map.of("name", "dial"), false).get("id").asText();
    JsonNode upload =
        api.upload("/contact-lists/" + list + "/imports", "dial.csv", file(contacts), Map.of());
    String importId = upload.get("importId").asText();
    Waiting.until("the list is loaded", STARTING, () -> stateOf("/imports/" + importId));
    String group = api.post("/campaign-groups", GROUP.formatted(list), false).get("id").asText();
    api.post("/campaign-groups/" + group + "/start", "{}", true);
    Waiting.until(
        "the group is done", DIALING, LOOKED_AT_EVERY, () -> stateOf("/campaign-groups/" + group));
  }

  private boolean answers() {
    try {
      return api.get("/contact-lists").has("items");
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean stateOf(String path) {
    return api.get(path).get("state").asText().equals("COMPLETED");
  }

  /** Endings 09 to 99: none that is silent or refused. */
  private static String file(int contacts) {
    StringBuilder csv = new StringBuilder("phone\n");
    for (int i = 0, n = 0; i < contacts; n++) {
      if (n % 100 > 8) {
        csv.append(String.format(Locale.ROOT, "+1212%07d%n", 2_000_000 + n));
        i++;
      }
    }
    return csv.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
