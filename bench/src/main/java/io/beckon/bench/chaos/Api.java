package io.beckon.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST interface of whichever node answers; a node that is away costs only time. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ONE_TRY = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer that is none of 2xx, or none at all. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;

    Refused(int status, String text) {
      super(status + " " + text);
      this.status = status;
    }
  }

  private final List<String> nodes;
  private final String password;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private int turn;
  private @Nullable String token;

  public Api(List<String> nodes, String password) {
    this.nodes = List.copyOf(nodes);
    this.password = password;
  }

  public JsonNode get(String path) {
    return send("GET", path, null, "application/json", null);
  }

  /**
   * Repeated after a 5xx or silence, like every request.
   *
   * @param harmless whether the same request twice is the same; others take effect once by a key
   */
  public JsonNode post(String path, Object body, boolean harmless) {
    return send("POST", path, text(body), "application/json", harmless ? null : key());
  }

  public JsonNode patch(String path, Object body) {
    return send("PATCH", path, text(body), "application/json", null);
  }

  /** Uploads one file; options are in JSON. */
  public JsonNode upload(String path, String fileName, String content, Object options) {
    String edge = "beckon-chaos-edge";
    String body =
        part(edge, "name=\"options\"", text(options))
            + part(edge, "name=\"file\"; filename=\"" + fileName + "\"", content)
            + "--"
            + edge
            + "--\r\n";
    return send("POST", path, body, "multipart/form-data; boundary=" + edge, key());
  }

  /** Measurements hold at any hour of the day. */
  public void allowAnyHour(String ruleName) {
    post(
        "/compliance/rules",
        """
        {"name":"%s","type":"CONTACT_TIMES","required":true,"priority":1,"channels":["VOICE"],
         "windows":[{"days":["MON","TUE","WED","THU","FRI","SAT","SUN"],
           "from":"00:00","till":"24:00"}],"replacesDefault":true}"""
            .formatted(ruleName),
        false);
  }

  /** All items of a list that pages by cursor. */
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    while (true) {
      String sign = path.contains("?") ? "&" : "?";
      JsonNode page = get(path + sign + "limit=1000" + cursor);
      page.get("items").forEach(items::add);
      JsonNode next = page.get("next");
      if (next == null || next.isNull()) {
        return items;
      }
      cursor = "&cursor=" + next.asText();
    }
  }

  static String text(Object body) {
    try {
      return body instanceof String s ? s : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String part(String edge, String disposition, String content) {
    return "--"
        + edge
        + "\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private JsonNode send(
      String method, String path, @Nullable String body, String type, @Nullable String key) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return once(method, path, body, type, key);
      } catch (Refused | IOException e) {
        turn++;
        if (e instanceof Refused r && r.status == 401) {
          token = null;
        }
        if (!isPassing(e) || System.nanoTime() > end) {
          throw e instanceof Refused r ? r : new Refused(0, method + " " + path + ": " + e);
        }
        Waiting.pause(Duration.ofMillis(200));
      }
    }
  }

  private static boolean isPassing(Exception e) {
    return !(e instanceof Refused r)
        || r.status >= 500
        || r.status == 401
        || String.valueOf(r.getMessage()).contains("REQUEST_RUNNING");
  }

  private JsonNode once(
      String method, String path, @Nullable String body, String type, @Nullable String key)
      throws IOException {
    String known = token;
    if (known == null) {
      known = signIn();
      token = known;
    }
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + known)
            .header("Content-Type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return call(key == null ? request : request.header("Idempotency-Key", key));
  }

  private String signIn() throws IOException {
    String body = text(Map.of("username", "admin", "password", password));
    return call(HttpRequest.newBuilder(uri("/auth/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .get("accessToken")
        .asText();
  }

  private JsonNode call(HttpRequest.Builder request) throws IOException {
    try {
      var answer = http.send(request.timeout(ONE_TRY).build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new Refused(answer.statusCode(), answer.body());
      }
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(nodes.get(Math.floorMod(turn, nodes.size())) + "/api/v1" + path);
  }
}
