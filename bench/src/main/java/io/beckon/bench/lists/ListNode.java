package io.beckon.bench.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.Main;
import io.beckon.clusterconfig.embedded.EmbeddedServices;
import io.beckon.clusterconfig.embedded.Patience;
import io.beckon.clusterconfig.node.DatabaseSettings;
import io.beckon.clusterconfig.node.ServiceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A node in this JVM on a database that the bench reaches too. */
final class ListNode implements AutoCloseable {
  private static final String PASSWORD = "of the bench";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedServices services;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  private ListNode(EmbeddedServices services, int port) {
    this.services = services;
    this.port = port;
  }

  static ListNode start(Path home) throws Exception {
    var none = new ServiceSettings(new DatabaseSettings(null, "beckon", "", 2), null, null);
    var services = EmbeddedServices.startMissing(home, none);
    var port = freePort();
    var where = services.services();
    Map.of(
            "beckon.data", home.toString(),
            "beckon.http-port", Integer.toString(port),
            "beckon.management-port", Integer.toString(freePort()),
            "beckon.artery-port", Integer.toString(freePort()),
            "beckon.admin-password", PASSWORD,
            "beckon.database.url", where.jdbcUrl(),
            "beckon.database.user", where.user(),
            "beckon.database.password", where.password(),
            "beckon.redis-url", where.redisUrl(),
            "akka.coordinated-shutdown.exit-jvm", "off")
        .forEach(System::setProperty);
    ConfigFactory.invalidateCaches();
    Main.main(new String[0]);
    var node = new ListNode(services, port);
    if (!Patience.until(PATIENCE, node::signIn)) {
      throw new IOException("the node does not answer");
    }
    return node;
  }

  private boolean signIn() {
    var body = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
    try (var answer = send("POST", "/auth/token", body)) {
      token = new ObjectMapper().readTree(answer).get("accessToken").asText();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The body of an answer that is a success. */
  InputStream send(String method, String path, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                Optional.of(body)
                    .filter(b -> !b.isEmpty())
                    .map(BodyPublishers::ofString)
                    .orElseGet(BodyPublishers::noBody));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(
            method
                + " "
                + path
                + " "
                + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Seconds until the whole answer is there. */
  double seconds(String method, String path) throws IOException {
    long began = System.nanoTime();
    try (var answer = send(method, path, "")) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  String newList(String name) throws IOException {
    try (var answer = send("POST", "/contact-lists", "{\"name\":\"" + name + "\"}")) {
      return new ObjectMapper().readTree(answer).get("id").asText();
    }
  }

  Jdbi jdbi() {
    var where = services.services();
    return Jdbi.create(where.jdbcUrl(), where.user(), where.password());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    services.close();
  }
}
