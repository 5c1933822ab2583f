package io.beckon.clusterconfig.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.Main;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.TestRedis;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One whole node inside the test's JVM, reached as any client reaches it: over HTTP. */
final class RunningNode {
  static final String PASSWORD = "of the test";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final String base;
  private final Path data;

  private RunningNode(int port, Path data) {
    base = "http://127.0.0.1:" + port + "/api/v1";
    this.data = data;
  }

  /** Started by its first use; ends with the JVM. */
  static RunningNode shared() {
    return Shared.NODE;
  }

  private static final class Shared {
    static final RunningNode NODE = start();

    private static RunningNode start() {
      var port = freePort();
      var data = freshFolder();
      Map.of(
              "beckon.data", data.toString(),
              "beckon.http-port", Integer.toString(port),
              "beckon.management-port", Integer.toString(freePort()),
              "beckon.artery-port", Integer.toString(freePort()),
              "beckon.database.url", TestPostgres.freshJdbcUrl(),
              "beckon.database.user", "postgres",
              "beckon.redis-url", TestRedis.freshUri().toURI().toString(),
              "beckon.drop-roots", System.getProperty("java.io.tmpdir"),
              "beckon.admin-password", PASSWORD)
          .forEach(System::setProperty);
      // At the JVM's end the servers go at the same moment: what would wait for them need not.
      var phases = "akka.coordinated-shutdown.phases.";
      Map.of(
              "akka.coordinated-shutdown.exit-jvm",
              "off",
              "akka.coordinated-shutdown.default-phase-timeout",
              "1s",
              phases + "cluster-sharding-shutdown-region.timeout",
              "1s",
              phases + "cluster-exiting.timeout",
              "1s")
          .forEach(System::setProperty);
      ConfigFactory.invalidateCaches();
      Main.main(new String[0]);
      var node = new RunningNode(port, data);
      await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> node.send("GET", "/openapi.yaml", null, null).statusCode() == 200);
      return node;
    }
  }

  /** Signing in costs a good part of a second, on purpose. */
  String signIn(String username, String password) {
    return tokens.computeIfAbsent(username, name -> token(name, password));
  }

  private String token(String username, String password) {
    var body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    return json(send("POST", "/auth/token", null, body)).get("accessToken").asText();
  }

  /** For who speaks to it without a client. */
  URI address() {
    return URI.create(base);
  }

  /** What the node keeps in files: drops, and the record of the simulated carrier. */
  Path data() {
    return data;
  }

  /**
   * @param headers further ones, name and value in turn
   */
  HttpResponse<String> send(
      String method,
      String path,
      @Nullable String token,
      @Nullable String body,
      String... headers) {
    var json = body == null ? null : new Body("application/json", body);
    return exchange(method, path, token, json, headers);
  }

  /** A file as a browser's form sends it. */
  HttpResponse<String> upload(String path, String token, String fileName, String content) {
    return form(path, token, "", fileName, content);
  }

  HttpResponse<String> upload(
      String path, String token, String options, String fileName, String content) {
    var part =
        """
        --of-the-test\r
        Content-Disposition: form-data; name="options"\r
        Content-Type: application/json\r
        \r
        %s\r
        """;
    return form(path, token, part.formatted(options), fileName, content);
  }

  private HttpResponse<String> form(
      String path, String token, String before, String fileName, String content) {
    var form =
        """
        %s--of-the-test\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/csv\r
        \r
        %s\r
        --of-the-test--\r
        """
            .formatted(before, fileName, content);
    return exchange(
        "POST", path, token, new Body("multipart/form-data; boundary=of-the-test", form));
  }

  /** Plain text, such as a specification file. */
  HttpResponse<String> sendText(String path, String token, String text) {
    return exchange("POST", path, token, new Body("text/plain; charset=UTF-8", text));
  }

  private record Body(String contentType, String text) {}

  private HttpResponse<String> exchange(
      String method, String path, @Nullable String token, @Nullable Body body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text()));
    if (body != null) {
      request.header("Content-Type", body.contentType());
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(response.body(), e);
    }
  }

  private static Path freshFolder() {
    try {
      return Files.createTempDirectory("beckon-api");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
