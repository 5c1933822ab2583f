package io.beckon.bench.start;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.clusterconfig.embedded.EmbeddedServices;
import io.beckon.clusterconfig.embedded.Patience;
import io.beckon.clusterconfig.node.DatabaseSettings;
import io.beckon.clusterconfig.node.ServiceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Seconds from {@code bin/run} to {@code /ready}: in an empty directory, and again after kill -9.
 * The limit is the start of PostgreSQL and Redis alone, in an empty directory of their own.
 */
public final class StartBench implements Bench {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String purpose() {
    return "seconds until a node is ready: first start, and after kill -9";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    var home = Files.createTempDirectory("beckon-start");
    try {
      var services = servicesAlone(home.resolve("services"));
      var first = nodeReady(home.resolve("node"));
      results.metric("ready_s", first, "s", services);
      results.metric("ready_again_s", nodeReady(home.resolve("node")), "s");
      return first <= 20;
    } finally {
      delete(home);
    }
  }

  private static double servicesAlone(Path data) {
    var began = System.nanoTime();
    var none = new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null);
    try (var services = EmbeddedServices.startMissing(data, none)) {
      System.err.println("services alone: " + services.services());
      return seconds(began);
    }
  }

  private double nodeReady(Path data) throws IOException, InterruptedException {
    var management = freePort();
    var builder = new ProcessBuilder("bin/run");
    builder.environment().put("BECKON_DATA", data.toString());
    builder.environment().put("BECKON_HTTP_PORT", "" + freePort());
    builder.environment().put("BECKON_ARTERY_PORT", "" + freePort());
    builder.environment().put("BECKON_MANAGEMENT_PORT", "" + management);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var began = System.nanoTime();
    var node = builder.start();
    try {
      if (!Patience.until(LIMIT, () -> !node.isAlive() || isReady(management))) {
        throw new IOException("The node was not ready after " + LIMIT);
      }
      return seconds(began);
    } finally {
      node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      Patience.until(LIMIT, () -> !Files.exists(data.resolve("postgres/data/postmaster.pid")));
    }
  }

  private boolean isReady(int management) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/ready"))
            .timeout(Duration.ofSeconds(4))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static double seconds(long began) {
    return Math.round((System.nanoTime() - began) / 1e7) / 100.0;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
