package io.beckon.bench.api;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.server.Directives;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.clusterconfig.Main;
import io.beckon.clusterconfig.embedded.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many signed-in reads a second one node answers, each a query to PostgreSQL, beside the same
 * server answering an empty 200.
 */
public final class ApiBench implements Bench {
  private static final String PASSWORD = "of the bench";
  private static final int WARM_UP_SECONDS = 5;
  private static final int SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String purpose() {
    return "signed-in reads a second of one node, beside an empty answer";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    var port = startNode();
    var empty = emptyServer();
    var reads =
        new KeptConnections(
            port, "/api/v1/settings", "Authorization: Bearer " + token(port) + "\r\n");
    var nothing = new KeptConnections(empty.localAddress().getPort(), "/", "");
    reads.perSecond(WARM_UP_SECONDS);
    nothing.perSecond(WARM_UP_SECONDS);
    var value = reads.perSecond(SECONDS);
    results.metric("reads_per_s", value, "1/s", nothing.perSecond(SECONDS));
    return true;
  }

  private static int startNode() throws IOException {
    var port = freePort();
    Map.of(
            "beckon.data", Files.createTempDirectory("beckon-bench-api").toString(),
            "beckon.http-port", Integer.toString(port),
            "beckon.management-port", Integer.toString(freePort()),
            "beckon.artery-port", Integer.toString(freePort()),
            "beckon.admin-password", PASSWORD)
        .forEach(System::setProperty);
    ConfigFactory.invalidateCaches();
    Main.main(new String[0]);
    return port;
  }

  private static ServerBinding emptyServer() throws Exception {
    var system = ActorSystem.create("empty", ConfigFactory.parseString("akka.daemonic = on"));
    return Http.get(system)
        .newServerAt("127.0.0.1", 0)
        .bind(Directives.complete(""))
        .toCompletableFuture()
        .get();
  }

  private static String token(int port) throws Exception {
    var body = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/auth/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = new AtomicReference<>("");
    var there =
        Patience.until(
            PATIENCE,
            () -> {
              try {
                answer.set(
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
                return true;
              } catch (IOException | InterruptedException e) {
                return false;
              }
            });
    if (!there) {
      throw new IOException("the node does not answer");
    }
    return new ObjectMapper().readTree(answer.get()).get("accessToken").asText();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
